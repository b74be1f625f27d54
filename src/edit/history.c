#include "history.h"

#include "prfaq/base/mem.h"

/* Deleting backwards grows an entry at its front, which costs its length: bounded here. */
#define PREPEND_MAX 4096

static void stack_release(struct pf_history_stack *s)
{
	free(s->v);
	pf_buf_release(&s->bytes);
	*s = (struct pf_history_stack){0};
}

void pf_history_release(struct pf_history *h)
{
	stack_release(&h->undo);
	stack_release(&h->redo);
}

static void stack_empty(struct pf_history_stack *s)
{
	s->n = 0;
	pf_buf_clear(&s->bytes);
}

static void stack_pop(struct pf_history_stack *s)
{
	s->bytes.len -= s->v[--s->n].len;
}

static void stack_push(struct pf_history_stack *s, const struct pf_edit *edit,
		       struct pf_slice removed)
{
	*PF_PUSH(s) = (struct pf_history_entry){edit->off, (uint32_t)edit->inserted.len,
						(uint32_t)removed.len, edit->group};
	pf_buf_slice(&s->bytes, removed);
}

/* Joins an edit to the top entry when it goes on where that one stopped. */
static bool stack_join(struct pf_history_stack *s, const struct pf_edit *edit,
		       struct pf_slice removed)
{
	struct pf_history_entry *top = s->n ? &s->v[s->n - 1] : NULL;
	size_t front;

	if (!top || top->group != edit->group)
		return false;
	if (!edit->removed && edit->off == top->off + top->removed) {
		top->removed += (uint32_t)edit->inserted.len;
		return true;
	}
	if (edit->inserted.len || top->removed)
		return false;
	if (edit->off + edit->removed == top->off && top->len < PREPEND_MAX) {
		front = s->bytes.len - top->len;
		pf_buf_splice(&s->bytes, front, front, removed);
	} else if (edit->off == top->off) {
		pf_buf_slice(&s->bytes, removed);
	} else {
		return false;
	}
	top->off = edit->off;
	top->len += (uint32_t)removed.len;
	return true;
}

static bool is_top(const struct pf_history_stack *s, const struct pf_edit *edit)
{
	const struct pf_history_entry *top = s->n ? &s->v[s->n - 1] : NULL;
	size_t end = s->bytes.len;

	return top && top->off == edit->off && top->removed == edit->removed &&
	       top->group == edit->group &&
	       pf_slice_equal(pf_slice_cut(pf_buf_view(&s->bytes), end - top->len, end),
			      edit->inserted);
}

static void move_top(struct pf_history *h, struct pf_history_stack *from,
		     struct pf_history_stack *to, const struct pf_edit *edit,
		     struct pf_slice removed)
{
	if (!is_top(from, edit)) {
		stack_empty(&h->undo);
		stack_empty(&h->redo);
		return;
	}
	stack_push(to, edit, removed);
	stack_pop(from);
}

void pf_history_note(struct pf_history *h, const struct pf_edit *edit, struct pf_slice removed)
{
	switch (edit->kind) {
	case PF_EDIT_UNDO: move_top(h, &h->undo, &h->redo, edit, removed); break;
	case PF_EDIT_REDO: move_top(h, &h->redo, &h->undo, edit, removed); break;
	case PF_EDIT_NORMAL:
		stack_empty(&h->redo);
		if (!stack_join(&h->undo, edit, removed))
			stack_push(&h->undo, edit, removed);
		break;
	}
}
