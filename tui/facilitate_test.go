package tui

import (
	"bytes"
	"context"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/google/go-cmp/cmp"

	"convene/workshop"
	"convene/workshop/text"
	. "convene/workshop/workshoptest"
)

// listeningSeat is a place on a stage that remembers what was sent from it, and what was refused.
type listeningSeat struct {
	stageSeat
	sent    []workshop.Command
	refused []error
}

func (s *listeningSeat) Do(ctx context.Context, c workshop.Command) error {
	s.sent = append(s.sent, c)
	err := s.stageSeat.Do(ctx, c)
	if err != nil {
		s.refused = append(s.refused, err)
	}
	return err
}

// desk is the whole program at Fay's terminal, and what was sent from there. Its chance is all zeros.
func desk(t *testing.T, s *Stage) (*App, *listeningSeat) {
	t.Helper()
	seat := &listeningSeat{stageSeat: stageSeat{stage: s, by: Fay}}
	a := New(t.Context(), Config{
		Seat: seat, Dark: true, Now: func() time.Time { return s.Now }, Rand: bytes.NewReader(make([]byte, 4096)),
	})
	a.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	return a, seat
}

// duty is what a facilitator's keys lead to: what is asked first, what is sent, and what is said when it has worked or
// was refused.
type duty struct {
	name string
	from func() *Stage
	then []Line
	keys string
	asks []string                             // on the screen after the first key
	more string                               // the keys that answer
	want func(s *Stage) []workshop.Command    // nil: nothing is sent
	says []string                             // in the end
	no   error                                // the refusal; nil when the rules accept everything
	ends func(t *testing.T, s *Stage, a *App) // may be nil
}

// sends is a command that doesn't depend on the stage.
func sends(c ...workshop.Command) func(*Stage) []workshop.Command {
	return func(*Stage) []workshop.Command { return c }
}

func onward(despite bool) func(*Stage) []workshop.Command {
	return func(s *Stage) []workshop.Command {
		return []workshop.Command{workshop.Advance{From: s.State.At, Despite: despite}}
	}
}

// allDone is everyone saying that they are.
func allDone() Line {
	return func(s *Stage) error {
		for _, p := range s.State.Participants() {
			if !p.Done {
				if err := s.Play(By(p.ID, workshop.DeclareDone{Done: true})); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func allExcept(who workshop.PersonID, level int) Line {
	return func(s *Stage) error {
		for _, p := range s.State.Participants() {
			if p.ID != who {
				if err := s.Play(By(p.ID, workshop.ShowHand{Level: level, Concern: "too vague"})); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func moving() []duty {
	writing := sampleAt(workshop.StepVision, workshop.PhaseDiverge)
	aligning := sampleAt(workshop.StepMeasures, workshop.PhaseAlign)
	naming := sampleAt(workshop.StepName, workshop.PhaseConverge)
	accepting := sampleAt(workshop.StepLeader, workshop.PhaseShare)
	leading := sampleAt(workshop.StepLeader, workshop.PhaseConverge)
	weighing := sampleAt(workshop.StepForces, workshop.PhaseConverge)
	canvas := sampleAt(workshop.StepClosing, workshop.PhaseCanvas)
	open := By(Fay, workshop.OpenVote{})
	concern := By("ada", workshop.ShowHand{Level: 1, Concern: "Who pays for it?"})
	settled := []Line{AllShow(4), Onward(false), Back(workshop.StepMeasures, workshop.PhaseAlign)}
	giveUp := func(s *Stage) []workshop.Command {
		return []workshop.Command{workshop.AbandonVote{Vote: s.State.Vote.ID}}
	}
	clustering := sampleAt(workshop.StepMeasures, workshop.PhaseConverge)
	backTo := func(step workshop.Step, phase workshop.Phase) func(*Stage) []workshop.Command {
		return func(s *Stage) []workshop.Command {
			return []workshop.Command{workshop.StepBack{From: s.State.At, To: workshop.Position{Step: step, Phase: phase}}}
		}
	}
	stepBack := func(s *Stage) []workshop.Command { return []workshop.Command{workshop.StepBack{From: s.State.At}} }
	return []duty{
		{name: "n goes on from the gathering", from: sampleAt(workshop.StepWelcome, workshop.PhaseGather), then: []Line{By("ada", workshop.Join{Name: "Ada"})}, keys: "n", want: onward(false), says: []string{"what it is for"}},
		{name: "n with nobody here", from: fresh, then: []Line{Opened()}, keys: "n", want: onward(false), no: workshop.ErrNobodyHere, says: []string{"Nobody is here yet; add the first person."}},
		{name: "n begins the writing", from: sampleAt(workshop.StepVision, workshop.PhaseBrief), keys: "n", want: onward(false), says: []string{"writing alone"}},
		{name: "n asks for those who write", from: writing, then: []Line{By("ada", workshop.DeclareDone{Done: true})}, keys: "n", asks: []string{"11 people are still writing. Reveal now?", "Rare ideas come late."}, more: "y", want: onward(false), says: []string{"reading together"}},
		{name: "n, and they write on", from: writing, keys: "n", asks: []string{"12 people are still writing."}, more: "n", says: []string{"writing alone"}},
		{name: "enter lets them write on", from: writing, keys: "n", asks: []string{"n no (enter)"}, more: "enter", says: []string{"writing alone"}},
		{name: "n when everyone is done", from: writing, then: []Line{allDone()}, keys: "n", want: onward(false), says: []string{"reading together"}},
		{name: "n goes on from reading", from: sampleAt(workshop.StepVision, workshop.PhaseShare), keys: "n", want: onward(false), says: []string{"clustering"}},
		{name: "n goes on from clustering", from: sampleAt(workshop.StepVision, workshop.PhaseConverge), keys: "n", want: onward(false), says: []string{"do we agree"}},
		{name: "n without any hand", from: aligning, keys: "n", asks: []string{"12 people have not shown a hand. Go on all the same?", "recorded with the step"}, more: "y", want: onward(true), says: []string{"3 Impact"}},
		{name: "n without any hand, better not", from: aligning, keys: "n", asks: []string{"Go on all the same?"}, more: "esc", says: []string{"do we agree"}},
		{name: "the vision is worth the time", from: sampleAt(workshop.StepVision, workshop.PhaseAlign), keys: "n", asks: []string{"it is worth the time until"}, more: "n"},
		{name: "n with hands that nobody has seen", from: aligning, then: []Line{allExcept("ada", 4)}, keys: "n", asks: []string{"1 person has not shown a hand. Show the others?"}, more: "y", want: sends(workshop.RevealHands{}), says: []string{"How far we stand behind it"}},
		{name: "n with hands shown and one missing", from: aligning, then: []Line{allExcept("ada", 4), By(Fay, workshop.RevealHands{})}, keys: "n", asks: []string{"1 person has not shown a hand. Go on all the same?"}, more: "y", want: onward(true)},
		{name: "n with a concern", from: aligning, then: []Line{allExcept("ada", 4), concern}, keys: "n", asks: []string{"1 person is not behind this yet. Go on all the same?", "Ada (1): Who pays for it?"}, more: "y", want: onward(true), says: []string{"3 Impact"}},
		{name: "n with a concern that is heard", from: aligning, then: []Line{allExcept("ada", 4), concern}, keys: "n", asks: []string{"Ada (1): Who pays for it?"}, more: "enter", says: []string{"do we agree"}},
		{name: "n with everyone behind it", from: aligning, then: []Line{AllShow(4)}, keys: "n", want: onward(false), says: []string{"3 Impact"}},
		{name: "n in a step that was settled before", from: aligning, then: settled, keys: "n", want: onward(false), says: []string{"3 Impact"}},
		{name: "n in a settled step with a new hand", from: aligning, then: append(settled, allExcept("ada", 4), concern), keys: "n", asks: []string{"not behind this yet"}, more: "n"},
		{name: "n with forces that nobody has weighed", from: weighing, keys: "n", asks: []string{"Go on without weighing the forces?"}, more: "y", want: onward(false), says: []string{"do we agree"}},
		{name: "n with forces to be weighed", from: weighing, keys: "n", asks: []string{"Go on without weighing the forces?"}, more: "n", says: []string{"clustering"}},
		{name: "n with weighed forces", from: weighing, then: []Line{voteWith([]string{"People ask for it"})}, keys: "n", want: onward(false), says: []string{"do we agree"}},
		{name: "n without a name", from: naming, keys: "n", asks: []string{"Go on without a name?", "The canvas will bear the topic"}, more: "y", want: onward(true), says: []string{"6 Leader"}},
		{name: "n with a name to be chosen", from: naming, keys: "n", asks: []string{"Go on without a name?"}, more: "enter", says: []string{"6 Name"}},
		{name: "n with a name", from: naming, then: []Line{voteWith([]string{"Sharp Tools"})}, keys: "n", want: onward(false), says: []string{"6 Leader"}},
		{name: "n with nominations to be answered", from: accepting, then: []Line{By("grace", workshop.AcceptNomination{HasTime: true})}, keys: "n", asks: []string{"3 answers to come. Go on?"}, more: "y", want: onward(false), says: []string{"electing"}},
		{name: "n with one nomination to be answered", from: accepting, then: []Line{
			By("grace", workshop.AcceptNomination{HasTime: true}), By("ngoc", workshop.AcceptNomination{HasTime: true}), By("obrien", workshop.DeclineNomination{}),
		}, keys: "n", asks: []string{"1 answer to come."}, more: "n", says: []string{"accepting"}},
		{name: "n with every nomination answered", from: accepting, then: []Line{
			By("grace", workshop.AcceptNomination{HasTime: true}), By("ngoc", workshop.DeclineNomination{}), By("obrien", workshop.DeclineNomination{}), By("lukasz", workshop.DeclineNomination{}),
		}, keys: "n", want: onward(false), says: []string{"electing"}},
		{name: "n without an outcome", from: leading, keys: "n", want: onward(false), no: workshop.ErrNoOutcome, says: []string{"There is no leader. N records that there is none yet"}},
		{name: "n with an outcome", from: leading, then: []Line{By(Fay, workshop.RecordNoLeader{Reason: "x"})}, keys: "n", want: onward(false), says: []string{"what we made together"}},
		{name: "n while a vote is open", from: naming, then: []Line{open}, keys: "n", says: []string{"A vote is open. Press v to close it first."}},
		{name: "n at the end", from: canvas, keys: "n", asks: []string{"Finish the workshop?"}, more: "y", want: sends(workshop.CloseWorkshop{}), says: []string{"Finished. Thank you for facilitating.", "finished"}},
		{name: "n at the end, not yet", from: canvas, keys: "n", asks: []string{"Finish the workshop?"}, more: "enter", says: []string{"what we made together"}},

		{name: "b goes back", from: aligning, keys: "b", want: stepBack, says: []string{"clustering"}},
		{name: "b goes back to the step before", from: sampleAt(workshop.StepMeasures, workshop.PhaseBrief), keys: "b", want: stepBack, says: []string{"1 Vision", "do we agree"}},
		{name: "b goes back from the canvas", from: canvas, keys: "b", want: stepBack, says: []string{"6 Leader"}},
		{name: "b gives a vote up", from: naming, then: []Line{open}, keys: "b", asks: []string{"Give this vote up?", "thrown away uncounted"}, more: "y", want: giveUp, says: []string{"The vote was given up; nothing was counted."}, ends: func(t *testing.T, s *Stage, _ *App) {
			if s.State.Vote.ID != 0 || len(s.Box) > 0 {
				t.Errorf("the vote is still open: %+v", s.State.Vote)
			}
		}},
		{name: "B offers where to go back to", from: aligning, keys: "B", asks: []string{"Back to where? Nothing is lost", "clustering", "reading together", "writing alone", "Vision", "reopens it"}, more: "down down enter", want: backTo(workshop.StepMeasures, workshop.PhaseDiverge), says: []string{"in silence"}},
		{name: "B goes back to the step before", from: clustering, keys: "B", more: "down down down enter", want: backTo(workshop.StepVision, workshop.PhaseAlign), says: []string{"reopened: this step was settled before"}},
		{name: "B goes nowhere after all", from: aligning, keys: "B", more: "down esc", says: []string{"do we agree"}},
		{name: "B where there is one place only", from: sampleAt(workshop.StepVision, workshop.PhaseBrief), keys: "B", says: []string{"what it is for"}},
		{name: "B while a vote is open", from: naming, then: []Line{open}, keys: "B", says: []string{"voting"}},
		{name: "b keeps a vote", from: naming, then: []Line{open}, keys: "b", asks: []string{"Give this vote up?"}, more: "enter", says: []string{"voting"}},
	}
}

func seating() []duty {
	gathering := sampleAt(workshop.StepWelcome, workshop.PhaseGather)
	writing := sampleAt(workshop.StepVision, workshop.PhaseDiverge)
	added := sends(workshop.AddPerson{Person: "0000000000000000", Name: "Zo"})
	return []duty{
		{name: "a adds a person", from: fresh, then: []Line{Opened()}, keys: "a", asks: []string{"Who is here?"}, more: "Z o enter", want: added, says: []string{"Zo is in.", "1 person is here"}},
		{name: "a adds a person at any time", from: writing, keys: "a", asks: []string{"Who is here?"}, more: "Z o enter", want: added, says: []string{"Zo is in."}},
		{name: "a without a name is kept open", from: writing, keys: "a", more: "enter", want: sends(workshop.AddPerson{Person: "0000000000000000"}), no: text.ErrNameEmpty, says: []string{"Who is here?"}},
		{name: "a name that is taken is kept", from: gathering, then: []Line{By("x", workshop.Join{Name: "Zo"})}, keys: "a", more: "Z o enter", want: added, no: workshop.ErrNameTaken, says: []string{"Who is here?", "Zo", "Somebody here has that name already; add a letter."}},
		{name: "nobody is added after all", from: writing, keys: "a", more: "Z o esc", says: []string{"in silence"}},

		{name: "K removes a person", from: writing, keys: "K", asks: []string{"Who leaves the workshop?", "Ada", "José"}, more: "down enter y", want: sends(workshop.RemovePerson{Person: "jose"}), says: []string{"José has left."}},
		{name: "K removes the first person", from: writing, keys: "K", more: "enter y", want: sends(workshop.RemovePerson{Person: "ada"}), says: []string{"Ada has left."}},
		{name: "K asks", from: writing, keys: "K", more: "enter enter", says: []string{"in silence"}},
		{name: "K keeps everyone", from: writing, keys: "K", more: "down esc", says: []string{"in silence"}},
		{name: "K with nobody here", from: fresh, then: []Line{Opened()}, keys: "K", says: []string{"Nobody is here yet."}},

		{name: "o calls the first who has a turn to come", from: writing, then: []Line{InBooth("yusuf", workshop.DeclareDone{Done: true})}, keys: "o", asks: []string{"Whose turn is it?", "to write", "Yusuf", "Björk", "Tom B."}, more: "enter pause", says: []string{"Björk, it is your turn."}},
		{name: "o calls somebody else", from: writing, keys: "o", more: "down down enter", says: []string{"Tom B., it is your turn."}},
		{name: "o to nominate", from: sampleAt(workshop.StepLeader, workshop.PhaseDiverge), keys: "o", asks: []string{"to nominate"}, more: "esc"},
		{name: "o to accept or decline", from: sampleAt(workshop.StepLeader, workshop.PhaseShare), keys: "o", asks: []string{"to accept or", "decline.", "not nominated"}, more: "esc"},
		{name: "o to show a hand", from: sampleAt(workshop.StepVision, workshop.PhaseAlign), keys: "o", asks: []string{"to show a hand"}, more: "esc"},
		{name: "o to weigh", from: sampleAt(workshop.StepForces, workshop.PhaseConverge), then: []Line{By(Fay, workshop.OpenVote{})}, keys: "o", asks: []string{"to weigh"}, more: "esc"},
		{name: "o to vote", from: sampleAt(workshop.StepVision, workshop.PhaseConverge), then: []Line{By(Fay, workshop.OpenVote{})}, keys: "o", asks: []string{"to vote"}, more: "esc"},
	}
}

func voting() []duty {
	clustering := sampleAt(workshop.StepVision, workshop.PhaseConverge)
	naming := sampleAt(workshop.StepName, workshop.PhaseConverge)
	leading := sampleAt(workshop.StepLeader, workshop.PhaseConverge)
	aligning := sampleAt(workshop.StepMeasures, workshop.PhaseAlign)
	open := By(Fay, workshop.OpenVote{})
	tie := voteWith([]string{"Craft Guild", "The Workbench"}, []string{"Craft Guild", "The Workbench"})
	tieAgain := voteWith(one("Craft Guild", "The Workbench")...)
	nobody := By(Fay, workshop.RecordNoLeader{Reason: "Nobody has time"})
	closes := func(early bool) func(*Stage) []workshop.Command {
		return func(s *Stage) []workshop.Command {
			return []workshop.Command{workshop.CloseVote{Vote: s.State.Vote.ID, Early: early}}
		}
	}
	opens := sends(workshop.OpenVote{})
	again := func(s *Stage) []workshop.Command {
		var among []string
		for _, c := range s.State.Results[len(s.State.Results)-1].Top() {
			among = append(among, c.Option)
		}
		return []workshop.Command{workshop.OpenVote{Among: among}}
	}
	return []duty{
		{name: "v opens a dot vote", from: clustering, keys: "v", asks: []string{"Dot vote: what matters most here?", "a quarter of the ideas", "yes, as many as one likes"}, more: "enter", want: sends(workshop.OpenVote{Dots: 4}), says: []string{"4 dots each"}},
		{name: "v with other settings", from: clustering, keys: "v", more: "+ + - + space v", want: sends(workshop.OpenVote{Dots: 6, Single: true}), says: []string{"6 dots each, on different ideas"}},
		{name: "v with the fewest dots", from: clustering, keys: "v", more: "- - - - left enter", want: sends(workshop.OpenVote{Dots: 1}), says: []string{"1 dot each"}},
		{name: "v with the most dots", from: clustering, keys: "v", more: "+ + + + + + + right enter", want: sends(workshop.OpenVote{Dots: 8}), says: []string{"8 dots each"}},
		{name: "v thought over", from: clustering, keys: "v", more: "esc", says: []string{"clustering"}},
		{name: "V without a dot vote", from: clustering, keys: "V", says: []string{"clustering"}},
		{name: "V votes again among the top few", from: clustering, then: []Line{dots(1, 2, 0)}, keys: "V", want: again, says: []string{"1 dot each"}},
		{name: "v weighs the forces", from: sampleAt(workshop.StepForces, workshop.PhaseConverge), keys: "v", want: opens, says: []string{"How strong is each force?"}},
		{name: "v opens the vote on the name", from: naming, keys: "v", asks: []string{"2 votes each, on different names.", "A tie for the first place is normal", "as the format has it"}, more: "enter", want: sends(workshop.OpenVote{Dots: 2}), says: []string{"Which name shall we have?"}},
		{name: "v with more votes for a name", from: naming, keys: "v", more: "+ + + + + + - v", want: sends(workshop.OpenVote{Dots: 4}), says: []string{"4 votes each"}},
		{name: "v with one vote for a name", from: naming, keys: "v", more: "- - - enter", want: sends(workshop.OpenVote{Dots: 1}), says: []string{"1 vote each"}},
		{name: "v on the name thought over", from: naming, keys: "v", more: "esc", says: []string{"to choose from"}},
		{name: "v opens the election", from: leading, keys: "v", asks: []string{"How do you elect?", "One vote each", "Ranked ballots"}, more: "enter", want: opens, says: []string{"Who shall lead us?", "One vote each; blank counts as cast."}},
		{name: "v opens an election by ranked ballots", from: leading, keys: "v", more: "down enter", want: sends(workshop.OpenVote{Ranked: true}), says: []string{"Who shall lead us?", "Number the candidates."}},
		{name: "v with three candidates", from: fresh, then: []Line{electing("ada", "ben", "cleo")}, keys: "v", asks: []string{"How do you elect?", "Ranked ballots"}, more: "down enter", want: sends(workshop.OpenVote{Ranked: true})},
		{name: "v with two candidates, who are not worth ranking", from: fresh, then: []Line{electing("ada", "ben")}, keys: "v", want: opens, says: []string{"Who shall lead us?", "One vote each; blank counts as cast."}},
		{name: "v with one candidate", from: fresh, then: []Line{electing("ada")}, keys: "v", want: opens, says: []string{"Yes, no or blank."}},
		{name: "v opens the leader's runoff", from: fresh, then: []Line{electing("ada", "ben", "cleo"), voteWith(one("Ada", "Ben", "Cleo")...)}, keys: "v", want: opens, says: []string{"One vote each. More votes elect"}},
		{name: "v on the election thought over", from: leading, keys: "v", more: "esc", says: []string{"electing"}},
		{name: "v closes a vote that all have cast", from: naming, then: []Line{open, everyoneCasts([]string{"Sharp Tools"})}, keys: "v", want: closes(false), says: []string{"Sharp Tools"}},
		{name: "v asks for those who have not voted", from: naming, then: []Line{open, Cast("ada", "Sharp Tools"), Cast("jose"), Cast("mei"), Cast("tom"), Cast("grace"), Cast("ngoc")}, keys: "v", asks: []string{"6 people have not voted. Close the vote all the same?"}, more: "y", want: closes(true), says: []string{"Sharp Tools"}},
		{name: "v with too few ballots to be secret", from: naming, then: []Line{open, Cast("ada", "Sharp Tools")}, keys: "v", asks: []string{"So few ballots would tell who voted what."}, says: []string{"voting"}},
		{name: "v keeps the vote open", from: naming, then: []Line{open}, keys: "v", asks: []string{"12 people have not voted."}, more: "enter", says: []string{"voting"}},
		{name: "v opens the runoff", from: naming, then: []Line{tie}, keys: "v", want: opens, says: []string{"The runoff: which of these names?"}},
		{name: "v draws the lot", from: naming, then: []Line{tie, tieAgain}, keys: "v", want: sends(workshop.DrawLot{}), says: []string{"by lot"}},
		{name: "v votes on the name again", from: naming, then: []Line{voteWith([]string{"Sharp Tools"})}, keys: "v", asks: []string{"Vote on the name again?", "Sharp Tools stays the name"}, more: "y enter", want: sends(workshop.OpenVote{Dots: 2})},
		{name: "v keeps the name", from: naming, then: []Line{voteWith([]string{"Sharp Tools"})}, keys: "v", more: "enter"},
		{name: "v reopens the election", from: leading, then: []Line{nobody}, keys: "v", asks: []string{"Reopen the election: why?"}, more: "w h y enter", want: sends(workshop.ReopenElection{Reason: "why"}), says: []string{"The election is open again."}},
		{name: "v shows the hands that are up", from: aligning, then: []Line{allExcept("ada", 4)}, keys: "v", asks: []string{"1 person has not shown a hand. Show the others?"}, more: "y", want: sends(workshop.RevealHands{}), says: []string{"How far we stand behind it"}},
		{name: "v waits for the last hand", from: aligning, then: []Line{allExcept("ada", 4)}, keys: "v", asks: []string{"Show the others?"}, more: "n", says: []string{"11 of 12 hands are up"}},
		{name: "N records that there is no leader", from: leading, keys: "N", asks: []string{"No leader yet: why?"}, more: "x y enter", want: sends(workshop.RecordNoLeader{Reason: "xy"}), says: []string{"Recorded: no leader yet."}},
		{name: "N while nominations are answered", from: sampleAt(workshop.StepLeader, workshop.PhaseShare), keys: "N", more: "x enter", want: sends(workshop.RecordNoLeader{Reason: "x"})},
		{name: "N without a reason is kept open", from: leading, keys: "N", more: "enter", want: sends(workshop.RecordNoLeader{}), no: workshop.ErrReasonMissing, says: []string{"No leader yet: why?"}},
		{name: "N thought over", from: leading, keys: "N", more: "x esc", says: []string{"electing"}},
	}
}

func stating() []duty {
	reading := sampleAt(workshop.StepVision, workshop.PhaseShare)
	takes := func(s workshop.Section) func(*Stage) []workshop.Command { return sends(workshop.TakePen{Section: s}) }
	then := func(first, last workshop.Command) func(*Stage) []workshop.Command { return sends(first, last) }
	pen := workshop.TakePen{Section: workshop.SectionVision}
	return []duty{
		{name: "w asks for which section", from: reading, keys: "w", asks: []string{"Which statement?", "Vision", "Importance"}, more: "enter", want: takes(workshop.SectionVision), says: []string{"Vision, in one sentence", "You have the pen", "the sentence"}},
		{name: "w for the other section", from: reading, keys: "w", more: "down enter", want: takes(workshop.SectionImportance), says: []string{"Importance, in one sentence"}},
		{name: "w writes it", from: reading, keys: "w", more: "enter a h a enter", want: then(pen, workshop.WriteStatement{Section: workshop.SectionVision, Text: "aha"}), says: []string{"The statement is on the canvas.", "reading together"}},
		{name: "w begins with what stands", from: reading, then: []Line{By(Fay, workshop.WriteStatement{Section: workshop.SectionVision, Text: "We ship"})}, keys: "w", more: "enter s enter", want: then(pen, workshop.WriteStatement{Section: workshop.SectionVision, Text: "We ships"})},
		{name: "w and nothing changed", from: reading, keys: "w", more: "enter enter", want: then(pen, workshop.LayPen{}), says: []string{"It stays as it was."}},
		{name: "w while hands go up", from: sampleAt(workshop.StepMeasures, workshop.PhaseAlign), keys: "w", more: "enter x enter", want: then(workshop.TakePen{Section: workshop.SectionHow}, workshop.WriteStatement{Section: workshop.SectionHow, Text: "x"})},
		{name: "w thought over", from: reading, keys: "w", more: "enter x esc", want: then(pen, workshop.LayPen{}), says: []string{"reading together", "The pen lies."}},
		{name: "w takes the pen back", from: reading, then: []Line{By("kim", workshop.Join{Name: "Kim"}), By(Fay, pen, workshop.HandPen{To: "kim"})}, keys: "w", want: sends(pen), says: []string{"You have the pen"}},
		{name: "c shows the canvas so far", from: reading, keys: "c", asks: []string{"the canvas so far"}, more: "esc", says: []string{"reading together"}},
	}
}

func planning() []duty {
	weighed := func() *Stage { return SampleStage(workshop.StepForces, workshop.PhaseAlign) }
	clustering := sampleAt(workshop.StepForces, workshop.PhaseConverge)
	const clear = "ctrl+u" // empties the field
	plan := func(what string, owner workshop.PersonID) func(*Stage) []workshop.Command {
		return sends(workshop.PlanAction{What: what, Owner: owner, Due: "2026-03-09"}) // in a week
	}
	planned := By(Fay, workshop.PlanAction{What: "Ask for two Fridays", Owner: "jose"})
	return []duty{
		{name: "enter plans against the strongest force", from: weighed, keys: "enter", asks: []string{"A first action: what will be done?", "Weaken: Teams sit in three cities"}, more: "enter down enter enter", want: plan("Weaken: Teams sit in three cities", "jose"), says: []string{"Planned: José sees to it by Mon 9 Mar 2026.", "First action: Weaken: Teams sit in three cities (José, by Mon 9 Mar 2026)"}},
		{name: "what will be done can be said anew", from: weighed, keys: "enter", more: clear + " G o enter enter enter", want: plan("Go", "ada"), says: []string{"First action: Go (Ada, by Mon 9 Mar 2026)"}},
		{name: "nothing is kept open", from: weighed, keys: "enter", more: clear + " enter", says: []string{"A first action: what will be done?", "Say what will be done first."}},
		{name: "planned by nobody after all", from: weighed, keys: "enter", more: "enter enter esc esc esc", says: []string{"Most worth weakening"}},
		{name: "planned from the diagram while clustering", from: clustering, then: []Line{voteWith([]string{"Teams sit in three cities"})}, keys: "enter", asks: []string{"Weaken: Teams sit"}, more: "enter enter enter", want: plan("Weaken: Teams sit in three cities", "ada")},
		{name: "another can be planned", from: weighed, then: []Line{planned}, keys: "enter", asks: []string{"First actions", "Plan another", "Drop: Ask for two Fridays", "José"}, more: "enter enter enter enter", want: plan("Weaken: Teams sit in three cities", "ada"), says: []string{"2 first actions, the latest: Weaken"}},
		{name: "no day need be set", from: weighed, keys: "enter", more: "enter enter down down down down down enter", want: sends(workshop.PlanAction{What: "Weaken: Teams sit in three cities", Owner: "ada"}), says: []string{"Planned: Ada sees to it.", "First action: Weaken: Teams sit in three cities (Ada)"}},
		{name: "one can be dropped", from: weighed, then: []Line{planned}, keys: "enter", more: "down enter y", want: sends(workshop.DropAction{Action: 1}), says: []string{"Dropped."}},
		{name: "one is dropped by nobody by accident", from: weighed, then: []Line{planned}, keys: "enter", more: "down enter enter", says: []string{"First action: Ask for two Fridays (José)"}},
		{name: "there is nothing to plan elsewhere", from: sampleAt(workshop.StepVision, workshop.PhaseAlign), keys: "enter", says: []string{"How far do you stand behind it?"}},
	}
}

// What is asked first is asked, what is sent is what was meant, and the rules accept it unless the case is about a
// refusal, which is then shown.
func TestKeysOfTheFacilitator(t *testing.T) {
	for group, duties := range map[string][]duty{
		"moving": moving(), "seating": seating(), "timing": timing(), "voting": voting(), "stating": stating(), "planning": planning(),
	} {
		for _, d := range duties {
			t.Run(group+"/"+d.name, func(t *testing.T) {
				s := d.from()
				if err := s.Play(d.then...); err != nil {
					t.Fatal(err)
				}
				var want []workshop.Command
				if d.want != nil {
					want = d.want(s)
				}
				a, seat := desk(t, s)
				typeKeys(a, names(d.keys)...)
				says(t, a, d.asks...)
				if len(d.asks) > 0 && len(seat.sent) > 0 {
					t.Errorf("%+v was sent before it was asked", seat.sent)
				}
				typeKeys(a, names(d.more)...)
				if diff := cmp.Diff(want, seat.sent); diff != "" {
					t.Errorf("commands (-want +got):\n%s", diff)
				}
				says(t, a, d.says...)
				if d.no == nil && len(seat.refused) > 0 {
					t.Errorf("refused: %v", seat.refused)
				}
				if d.no != nil && (len(seat.refused) != 1 || !strings.Contains(seat.refused[0].Error(), d.no.Error())) {
					t.Errorf("refused with %v, want %v", seat.refused, d.no)
				}
				if d.ends != nil {
					d.ends(t, s, a)
				}
			})
		}
	}
}
