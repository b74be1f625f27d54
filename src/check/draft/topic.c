#include "topic.h"

#include <stdlib.h>

#include "prfaq/base/mem.h"

void pf_stems_append(struct pf_stems *out, const struct pf_stems *more)
{
	for (size_t i = 0; i < more->n; i++)
		*PF_PUSH(out) = more->v[i];
}

static void gather(const struct pf_view *view, struct pf_topic *topic)
{
	const struct pf_check_prompt *p = view->context->prompt;

	pf_view_word_stems(view, p->customer_words, &topic->customer);

	pf_stems_append(&topic->lexicon, &topic->customer);
	pf_view_add_word_stems(view, p->problem_words, &topic->lexicon);
	pf_view_add_word_stems(view, p->solution_words, &topic->lexicon);
	pf_stems_sort(&topic->lexicon);

	pf_stems_append(&topic->all, &topic->lexicon);
	pf_view_add_word_stems(view, p->goal_stems, &topic->all);
	pf_view_add_word_stems(view, p->rivals, &topic->all);
	for (size_t i = 0; i < p->n_facts; i++)
		pf_view_add_word_stems(view, p->facts[i].nouns, &topic->all);
	for (size_t i = 0; i < p->n_metrics; i++)
		pf_view_add_word_stems(view, p->metrics[i].any, &topic->all);
	pf_view_text_stems(view, pf_slice_of(p->text), &topic->all);
	pf_view_text_stems(view, pf_slice_of(p->customer), &topic->all);
}

const struct pf_topic *pf_view_topic(const struct pf_view *view)
{
	if (!view->topic->known) {
		gather(view, view->topic);
		view->topic->known = true;
	}
	return view->topic;
}

void pf_topic_free(struct pf_topic *topic)
{
	if (!topic)
		return;
	pf_stems_release(&topic->customer);
	pf_stems_release(&topic->lexicon);
	pf_stems_release(&topic->all);
	free(topic);
}
