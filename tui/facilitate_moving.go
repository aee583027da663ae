package tui

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// nextWords says where n leads.
func nextWords(v workshop.View) string {
	next, ok := v.Agenda.Next(v.At)
	switch {
	case !ok:
		return "finish the workshop"
	case next.Step != v.At.Step:
		return "on to: " + wordsOf(next.Step).title
	case next.Phase == workshop.PhaseShare:
		return "reveal"
	default:
		return "next: " + phaseWords(next)
	}
}

// advance is what n does: go on, after asking where something is still open.
func advance(st stage) action {
	v := st.view
	if v.Vote.ID != 0 {
		return say{"A vote is open. Press v to close it first.", plainly}
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
				question: atMost(3, names) + " began a note that is not added yet. Reveal now?",
				detail:   "What was typed is kept, and waits for them when you come back to this phase.",
				yes:      onward,
			}}
		}
		if n := countWriting(v); n > 0 {
			return show{&askDialog{
				question: fmt.Sprintf("%s still writing. Reveal now?", people(n, "is", "are")),
				detail:   "Rare ideas come late. A minute more costs little.",
				yes:      onward,
			}}
		}
	case v.At.Phase == workshop.PhaseAlign && !v.HandsShown && countHandless(v) < len(participants(v)):
		return revealHands(v)
	case v.At.Phase == workshop.PhaseAlign && settledBefore(v):
		return onward
	case v.At.Phase == workshop.PhaseAlign:
		if question, detail := unsettled(v); question != "" {
			return show{&askDialog{question: question, detail: detail, yes: despite}}
		}
	case v.At.Step == workshop.StepForces && v.At.Phase == workshop.PhaseConverge && unweighed(v):
		return show{&askDialog{
			question: "Go on without weighing the forces?",
			detail:   "v asks everyone how strong each force is; without it the diagram has no arrows.",
			yes:      onward,
		}}
	case v.At.Step == workshop.StepLeader && v.At.Phase == workshop.PhaseShare && unanswered(v) > 0:
		return show{&askDialog{
			question: fmt.Sprintf("%s to come. Go on?", count(unanswered(v), "answer")),
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

// settledBefore says whether the step was settled once, and has only been looked at since.
func settledBefore(v workshop.View) bool {
	before, settled := v.Settled[v.At.Step]
	return settled && !before.Revised && countHandless(v) == len(participants(v))
}

// unweighed says whether there are forces that nobody has been asked about.
func unweighed(v workshop.View) bool {
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

// unsettled says what stands against settling the step: hands that are missing, or people who are not behind it.
func unsettled(v workshop.View) (question, detail string) {
	missing := countHandless(v)
	var concerns []string
	if v.HandsShown {
		for _, c := range v.Concerns {
			concerns = append(concerns, fmt.Sprintf("%s (%d): %s", nameOf(v, c.Person), c.Level, c.Sentence))
		}
	}
	detail = strings.Join(concerns, "\n")
	tail := "The decision to go on is recorded with the step."
	if v.At.Step == workshop.StepVision {
		tail = "Everything builds on this step: it is worth the time until everyone agrees. " + tail
	}
	switch {
	case len(concerns) > 0:
		return fmt.Sprintf("%s not behind this yet. Go on all the same?", people(len(concerns), "is", "are")), detail + "\n\n" + tail
	case missing > 0:
		return fmt.Sprintf("%s not shown a hand. Go on all the same?", people(missing, "has", "have")), tail
	default:
		return "", ""
	}
}

// goBack is what b does. An open vote has to be thrown away for it.
func goBack(v workshop.View) action {
	if v.Vote.ID != 0 {
		return show{&askDialog{
			question: "Give this vote up?",
			detail:   "The ballots are thrown away uncounted. Everyone can vote again when you open it anew.",
			yes:      send{command: workshop.AbandonVote{Vote: v.Vote.ID}, said: "The vote was given up; nothing was counted."},
		}}
	}
	return send{command: workshop.StepBack{From: v.At}}
}
