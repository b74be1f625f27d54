#include "topic.h"

void pf_topic_init(struct pf_topic *topic, const struct pf_view *view)
{
	const struct pf_check_prompt *p = view->context->prompt;
	const struct pf_words lexicon[] = {p->customer_words, p->problem_words, p->solution_words};

	*topic = (struct pf_topic){0};
	pf_view_word_stems(view, p->customer_words, &topic->customer);
	for (size_t i = 0; i < sizeof(lexicon) / sizeof(*lexicon); i++) {
		pf_view_word_stems(view, lexicon[i], &topic->lexicon);
		pf_view_word_stems(view, lexicon[i], &topic->all);
	}
	pf_view_word_stems(view, p->goal_stems, &topic->all);
	pf_view_word_stems(view, p->rivals, &topic->all);
	for (size_t i = 0; i < p->n_facts; i++)
		pf_view_word_stems(view, p->facts[i].nouns, &topic->all);
	for (size_t i = 0; i < p->n_metrics; i++)
		pf_view_word_stems(view, p->metrics[i].any, &topic->all);
	pf_view_text_stems(view, pf_slice_of(p->text), &topic->all);
	pf_view_text_stems(view, pf_slice_of(p->customer), &topic->all);
}

void pf_topic_release(struct pf_topic *topic)
{
	pf_stems_release(&topic->customer);
	pf_stems_release(&topic->lexicon);
	pf_stems_release(&topic->all);
}
