package tui

import (
	"cmp"
	"strings"

	"convene/workshop"
)

// nextWords says where n leads.
func nextWords(v workshop.View) string {
	l := in(v)
	next, ok := v.Agenda.Next(v.At)
	switch {
	case !ok:
		return l.Say("finish the workshop")
	case next.Step != v.At.Step:
		return l.Say("on to: %s", wordsOf(v, next.Step).title)
	case next.Phase == workshop.PhaseShare:
		return l.Say("reveal")
	default:
		return l.Say("next: %s", l.Marked(cmp.Or(consentPhase(v, next), phaseWords(next))))
	}
}

// advance is what n does: go on, after asking where something is still open.
func advance(st stage) action {
	v := st.view
	if v.Vote.ID != 0 {
		return say{text: "A vote is open. Press v to close it first.", tone: plainly}
	}
	if _, more := v.Agenda.Next(v.At); !more {
		return show{&askDialog{
			question: "Finish the workshop?",
			detail:   "From then on there is only looking. The canvas stays, and can be exported any time.",
			yes:      send{command: workshop.CloseWorkshop{}, said: "Finished. Thank you for facilitating."},
		}}
	}
	onward := send{command: workshop.Advance{From: v.At}}
	despite := send{command: workshop.Advance{From: v.At, Despite: true}}
	switch {
	case v.At.Phase == workshop.PhaseDiverge:
		if names := st.drafts.writers(v); len(names) > 0 {
			return show{&askDialog{
				question: st.Say("%s began a note that is not added yet. Reveal now?", atMost(st.Tongue, 3, names)),
				detail:   overCapacity(st, st.Say("What was typed is kept, and waits for them when you come back to this phase.")),
				yes:      onward,
			}}
		}
		if r := v.Readiness(); r.Writing > 0 {
			detail := st.Say("Rare ideas come late. A minute more costs little.")
			if r.Away > 0 {
				detail += " " + awayUndone(st.Tongue, r.Away)
			}
			return show{&askDialog{
				question: st.Count(r.Writing, "%d person is still writing. Reveal now?", "%d people are still writing. Reveal now?"),
				detail:   overCapacity(st, detail),
				yes:      onward,
			}}
		}
	case v.At.Phase == workshop.PhaseAlign && !v.HandsShown && countHandless(v) < len(participants(v)):
		return revealHands(v)
	case v.At.Phase == workshop.PhaseAlign && settledBefore(v):
		return onward
	case v.At.Phase == workshop.PhaseAlign:
		if against(v) != "" {
			return show{newSettleDialog(v)}
		}
	case v.At.Phase == workshop.PhaseConverge && len(untitled(v)) > 0:
		return show{titlesDialog{onward}}
	case v.At.Phase == workshop.PhaseConverge && unweighed(v):
		return weighedFirst(v, onward)
	case v.At.Step == workshop.StepLeader && v.At.Phase == workshop.PhaseShare && !byConsent(v) && unanswered(v) > 0:
		return show{&askDialog{
			question: st.Count(unanswered(v), "%d answer to come. Go on?", "%d answers to come. Go on?"),
			detail:   "Only those who have accepted can be elected.",
			yes:      onward,
		}}
	case v.At.Step == workshop.StepName && v.At.Phase == workshop.PhaseConverge && v.Name.Chosen == "":
		return show{&askDialog{
			question: "Go on without a name?",
			detail:   "The canvas will bear the topic until you come back and choose one.",
			yes:      despite,
		}}
	}
	return onward
}

// overCapacity adds, as a paragraph of its own, whether there is time to read what was written.
func overCapacity(st stage, said string) string {
	return strings.TrimSpace(said + "\n\n" + capacityWords(st.view, st.now))
}

// settledBefore says whether the step was settled once, and has only been looked at since.
func settledBefore(v workshop.View) bool {
	before, settled := v.Settled[v.At.Step]
	return settled && !before.Revised && countHandless(v) == len(participants(v))
}

// weighedFirst asks, before the group goes on from forces that nobody was asked about.
func weighedFirst(v workshop.View, onward action) action {
	if !unweighed(v) {
		return onward
	}
	return show{&askDialog{
		question: "Go on without weighing the forces?",
		detail:   "v asks everyone how strong each force is; without it the diagram has no arrows.",
		yes:      onward,
	}}
}

// unweighed says whether there are forces that nobody has been asked about.
func unweighed(v workshop.View) bool {
	if v.At.Step != workshop.StepForces {
		return false
	}
	for _, r := range v.Results {
		if r.Purpose == workshop.Strengths {
			return false
		}
	}
	return v.Canvas.Forces != nil
}

// unanswered counts the nominees who have neither accepted nor declined.
func unanswered(v workshop.View) int {
	n := 0
	for _, m := range v.Nominees {
		if !m.Accepted && !m.Declined {
			n++
		}
	}
	return n
}

// untitled lists the clusters without a title.
func untitled(v workshop.View) []workshop.Pile {
	var out []workshop.Pile
	for _, c := range v.Columns {
		for _, p := range c.Clusters {
			if p.Title == "" {
				out = append(out, p)
			}
		}
	}
	return out
}
