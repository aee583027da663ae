package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"convene/workshop"
)

// facilitate answers the keys that a facilitator has on every screen; nil when the key is none of them, or does
// nothing now.
func facilitate(st stage, msg tea.KeyPressMsg) action {
	v, k := st.view, st.keys
	if !enabled(st, msg) {
		return nil
	}
	switch {
	case key.Matches(msg, k.advance):
		return advance(v)
	case key.Matches(msg, k.stepBack):
		return goBack(v)
	case key.Matches(msg, k.clock):
		if v.Clock.Runs() {
			return send{command: workshop.PauseClock{}, said: "The clock stands."}
		}
		return send{command: workshop.StartClock{}, said: "The clock is running."}
	case key.Matches(msg, k.more):
		return send{command: workshop.AdjustClock{Minutes: 1}, said: "One more minute."}
	case key.Matches(msg, k.less):
		return send{command: workshop.AdjustClock{Minutes: -1}, said: "One minute less."}
	case key.Matches(msg, k.add):
		return show{newInputDialog("Who is here?", "their name", "", func(name string) action { return addPerson{name} })}
	case key.Matches(msg, k.booth):
		if d := newBoothDialog(st); d != nil {
			return show{d}
		}
		return say{"Everyone here has a terminal, or nobody is here yet. Press a to add a person.", plainly}
	case key.Matches(msg, k.remove):
		if d := newRemoveDialog(st); d != nil {
			return show{d}
		}
		return say{"Nobody is here yet.", plainly}
	case key.Matches(msg, k.vote):
		return vote(v)
	case key.Matches(msg, k.repair):
		return show{newRepairDialog(st)}
	case key.Matches(msg, k.statement):
		return writeStatement(v)
	case key.Matches(msg, k.canvas):
		return show{&canvasDialog{canvas: v.Canvas}}
	case key.Matches(msg, k.noLeader):
		return show{newInputDialog("No leader yet: why?", "a sentence for the record", "", func(reason string) action {
			return send{command: workshop.RecordNoLeader{Reason: reason}, said: "Recorded: no leader yet."}
		})}
	}
	return nil
}

// enabled says whether one of the facilitator's keys that do something now was pressed.
func enabled(st stage, msg tea.KeyPressMsg) bool {
	for _, b := range facilitatorBindings(st) {
		if key.Matches(msg, b) {
			return true
		}
	}
	return false
}

// facilitatorBindings lists the facilitator's keys that do something now, the most important first.
func facilitatorBindings(st stage) []key.Binding {
	v, k := st.view, st.keys
	if v.ID == "" || !v.Ended.IsZero() {
		return nil
	}
	var out []key.Binding
	if task := boothTask(v); task != "" {
		out = append(out, named(k.booth, "booth: "+task))
	}
	if words := voteWords(v); words != "" {
		out = append(out, named(k.vote, words))
	}
	out = append(out, named(k.advance, nextWords(v)))
	if v.At.Phase == workshop.PhaseGather {
		out = append([]key.Binding{k.add}, out...)
	} else {
		out = append(out, k.stepBack)
	}
	if len(sectionsOf(v)) > 0 && (v.At.Phase == workshop.PhaseConverge || v.At.Phase == workshop.PhaseAlign || v.At.Phase == workshop.PhaseShare) && v.Vote.ID == 0 {
		out = append(out, k.statement)
	}
	if v.At.Step == workshop.StepLeader && !v.Leadership.Decided() && v.Vote.ID == 0 &&
		(v.At.Phase == workshop.PhaseConverge || v.At.Phase == workshop.PhaseShare) {
		out = append(out, k.noLeader)
	}
	if v.At.Phase != workshop.PhaseCanvas {
		clock := named(k.clock, "start the clock")
		if v.Clock.Runs() {
			clock = named(k.clock, "pause")
		}
		out = append(out, k.canvas, clock, k.more, k.less)
		if v.Behind(st.now) >= workshop.Minutes(1) && len(v.Offers(v.Behind(st.now))) > 0 {
			out = append(out, k.repair)
		}
	}
	if v.At.Phase != workshop.PhaseGather {
		out = append(out, k.add)
	}
	return append(out, k.remove)
}

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
func advance(v workshop.View) action {
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
	go_ := send{command: workshop.Advance{From: v.At}}
	despite := send{command: workshop.Advance{From: v.At, Despite: true}}
	switch {
	case v.At.Phase == workshop.PhaseDiverge:
		if n := countWriting(v); n > 0 {
			return show{&askDialog{
				question: fmt.Sprintf("%s still writing. Reveal now?", people(n, "is", "are")),
				detail:   "Rare ideas come late. A minute more costs little.",
				yes:      go_,
			}}
		}
	case v.At.Phase == workshop.PhaseAlign:
		if question, detail := unsettled(v); question != "" {
			return show{&askDialog{question: question, detail: detail, yes: despite}}
		}
	case v.At.Step == workshop.StepName && v.At.Phase == workshop.PhaseConverge && v.Name.Chosen == "":
		return show{&askDialog{
			question: "Go on without a name?",
			detail:   "The canvas will bear the topic until you come back and choose one.",
			yes:      despite,
		}}
	}
	return go_
}

// unsettled says what stands against settling the step: hands that are missing, or people who are not behind it.
func unsettled(v workshop.View) (question, detail string) {
	missing := 0
	for _, p := range v.People {
		if p.Role == workshop.Participant && !p.Showed {
			missing++
		}
	}
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

// voteWords says what v does now; empty when it does nothing.
func voteWords(v workshop.View) string {
	switch {
	case v.Vote.ID != 0:
		return "close the vote"
	case v.At.Phase == workshop.PhaseAlign && !v.HandsShown:
		return "show the hands"
	case v.At.Phase != workshop.PhaseConverge:
		return ""
	case v.Tie.NeedsLot():
		return "draw the lot"
	case v.Tie.Vote != 0:
		return "open the runoff"
	case v.At.Step == workshop.StepLeader && v.Leadership.Decided():
		return "reopen the election"
	case v.At.Step == workshop.StepForces:
		return "weigh the forces"
	case v.At.Step == workshop.StepName, v.At.Step == workshop.StepLeader:
		return "open the vote"
	default:
		return "dot vote"
	}
}

// vote is what v does: it opens what can be decided here, or closes it.
func vote(v workshop.View) action {
	switch words := voteWords(v); {
	case words == "":
		return nil
	case v.Vote.ID != 0 && v.Missing > 0:
		return show{&askDialog{
			question: fmt.Sprintf("%s not voted. Close the vote all the same?", people(v.Missing, "has", "have")),
			detail:   "A vote that is closed is counted, and cannot be opened again.",
			yes:      send{command: workshop.CloseVote{Vote: v.Vote.ID, Early: true}},
		}}
	case v.Vote.ID != 0:
		return send{command: workshop.CloseVote{Vote: v.Vote.ID}}
	case v.At.Phase == workshop.PhaseAlign:
		return revealHands(v)
	case v.Tie.NeedsLot():
		return drawLot{}
	case v.At.Step == workshop.StepLeader && v.Leadership.Decided():
		return show{&askDialog{
			question: "Reopen the election?",
			detail:   "The outcome is taken back, and recorded as taken back.",
			yes:      send{command: workshop.ReopenElection{}},
		}}
	default:
		return send{command: workshop.OpenVote{}}
	}
}

func revealHands(v workshop.View) action {
	reveal := send{command: workshop.RevealHands{}}
	missing := 0
	for _, p := range v.People {
		if p.Role == workshop.Participant && !p.Showed {
			missing++
		}
	}
	if missing == 0 {
		return reveal
	}
	return show{&askDialog{
		question: fmt.Sprintf("%s not shown a hand. Show the others?", people(missing, "has", "have")),
		yes:      reveal,
	}}
}

// writeStatement asks for the sentence of one of the step's sections.
func writeStatement(v workshop.View) action {
	ask := func(s workshop.Section) action {
		return show{newInputDialog(s.Heading()+", in one sentence", "what the group agrees on; empty takes it away", v.Sentence[s],
			func(text string) action {
				return send{command: workshop.WriteStatement{Section: s, Text: text}, said: "The statement is on the canvas."}
			})}
	}
	sections := sectionsOf(v)
	if len(sections) == 1 {
		return ask(sections[0])
	}
	d := &pickDialog{title: "Which statement?"}
	for _, s := range sections {
		d.items = append(d.items, pickItem{label: s.Heading(), note: v.Sentence[s], then: ask(s)})
	}
	return show{d}
}

// sectionsOf lists the sections of the canvas that the present step fills.
func sectionsOf(v workshop.View) []workshop.Section {
	var out []workshop.Section
	for _, s := range workshop.Sections() {
		if s.Step() == v.At.Step {
			out = append(out, s)
		}
	}
	return out
}
