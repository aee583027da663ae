package tui

import (
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// moment is a moment of a vote, a name or an election, seen by somebody after some keys.
type moment struct {
	name  string
	from  func() *Stage
	then  []Line
	who   workshop.PersonID
	keys  []string
	lines []string // that must be there, whatever it looks like
}

func sampleAt(step workshop.Step, phase workshop.Phase) func() *Stage {
	return func() *Stage { return SampleStage(step, phase) }
}

func fresh() *Stage { return NewStage() }

func moments() []moment {
	naming := sampleAt(workshop.StepName, workshop.PhaseConverge)
	leading := sampleAt(workshop.StepLeader, workshop.PhaseConverge)
	accepting := sampleAt(workshop.StepLeader, workshop.PhaseShare)
	open := By(Fay, workshop.OpenVote{})
	nameTie := voteWith([]string{"Craft Guild", "The Workbench"}, []string{"Craft Guild", "The Workbench"}, []string{"Sharp Tools", "Clean Coders"})
	nameTieAgain := voteWith(one("Craft Guild", "The Workbench")...)
	leaderTie := voteWith(one("grace", "lukasz", "grace", "ngoc", "lukasz", "grace")...)
	return []moment{
		{
			name: "name-before", from: naming, who: Fay,
			lines: []string{"4 names to choose from", "Craft Guild  proposed 2 times", "A tie goes to a runoff", "v opens the vote"},
		},
		{name: "name-before-participant", from: naming, who: "ada", lines: []string{"The facilitator opens the vote"}},
		{
			name: "name-none", from: fresh, who: Fay,
			then:  []Line{Group("ada"), Reach(workshop.StepName, workshop.PhaseConverge)},
			lines: []string{"Nobody has proposed a name yet.", "b goes back"},
		},
		{
			name: "name-ballot", from: naming, then: []Line{open}, who: "ada", keys: []string{"space", "down", "down", "space"},
			lines: []string{"0 of 2 votes left", "[●] Craft Guild", "▸ [●] Sharp Tools", "[ ] The Workbench"},
		},
		{
			name: "name-roll", from: naming, who: Fay,
			then: []Line{open, Cast("ada", "Sharp Tools"), Cast("yusuf", "Sharp Tools"), Cast("mei"), Cast("jose", "Craft Guild")},
			lines: []string{
				"Which name shall we have?", "Sharp Tools", "A tie goes to a runoff", "have voted", "✓ Ada has voted",
				"… Grace not yet",
			},
		},
		{
			name: "name-roll-everyone", from: naming, who: Fay, then: []Line{open, everyoneCasts([]string{"Sharp Tools"})},
			lines: []string{"Everyone has voted.", "v closes the vote and counts"},
		},
		{
			name: "name-roll-voted", from: naming, then: []Line{open, Cast("ada", "Sharp Tools")}, who: "ada",
			lines: []string{"Your ballot is in the box."},
		},
		{
			name: "name-tie", from: naming, then: []Line{nameTie}, who: Fay,
			lines: []string{"A tie: Craft Guild and The Workbench share first place.", "That happens often", "v opens the runoff among them, one vote each"},
		},
		{
			name: "name-runoff-ballot", from: naming, then: []Line{nameTie, open}, who: "ada", keys: []string{"space", "down", "space"},
			lines: []string{"The runoff: which of these names?", "0 of 1 vote left", "[ ] Craft Guild", "▸ [●] The Workbench"},
		},
		{
			name: "name-runoff-tie", from: naming, then: []Line{nameTie, nameTieAgain}, who: Fay,
			lines: []string{"Still a tie: Craft Guild and The Workbench.", "v draws the lot", "First round: Craft Guild 8, The Workbench 8"},
		},
		{
			name: "name-by-vote", from: naming, who: Fay,
			then:  []Line{voteWith([]string{"Craft Guild", "Sharp Tools"}, []string{"Craft Guild"}, nil)},
			lines: []string{"C r a f t   G u i l d", "chosen by vote", "12 ballots, 4 of them blank."},
		},
		{
			name: "name-by-runoff", from: naming, then: []Line{nameTie, voteWith(one("Craft Guild", "The Workbench", "Craft Guild")...)}, who: Fay,
			lines: []string{"chosen by a runoff", "First round:"},
		},
		{
			name: "name-by-lot", from: naming, then: []Line{nameTie, nameTieAgain, lot()}, who: "ada",
			lines: []string{"by lot", "convene log", "drawn by lot"},
		},
		{
			name: "name-blank", from: naming, then: []Line{voteWith(nil)}, who: Fay,
			lines: []string{"All ballots were blank", "v opens the vote"},
		},
		{
			name: "nominate", from: sampleAt(workshop.StepLeader, workshop.PhaseDiverge), who: "ada", keys: []string{"down", "down"},
			then: []Line{
				By("ada", workshop.Nominate{Person: "lukasz", Reason: "Knows every team, and every team knows him, so that nobody has to be convinced first"}),
				By("jose", workshop.Nominate{Person: "ada", Reason: "canary"}),
			},
			lines: []string{"Ada (you)", "▸ Łukasz  ✓ nominated", "You have nominated 1 person."},
		},
		{
			name: "accept", from: accepting, who: Fay,
			then:  []Line{By("grace", workshop.AcceptNomination{HasTime: true}), By("obrien", workshop.DeclineNomination{})},
			lines: []string{"4 people were nominated", "2 answers to come", "✓ has accepted, has time", "✗ has declined", "… waiting for an answer"},
		},
		{
			name: "accept-nominee", from: accepting, who: "ngoc",
			lines: []string{"You are nominated, Ngọc.   y accept   d decline", "One leader, so that everyone knows whom to ask."},
		},
		{name: "accept-other", from: accepting, who: "ada"},
		{
			name: "accept-nobody", from: fresh, who: Fay,
			then:  []Line{Group("ada"), Reach(workshop.StepLeader, workshop.PhaseShare)},
			lines: []string{"Nobody was nominated.", "b goes back", "N records that there is no leader yet"},
		},
		{
			name: "leader-before", from: leading, who: Fay,
			lines: []string{"3 candidates", "More than half of the ballots elect", "v opens the vote"},
		},
		{
			name: "leader-nobody", from: fresh, then: []Line{electing()}, who: Fay,
			lines: []string{"Nobody was nominated.", "N records"},
		},
		{
			name: "leader-late-answer", from: fresh, who: "ben",
			then:  []Line{electing("ada", "ben", "cleo"), By("ben", workshop.DeclineNomination{})},
			lines: []string{"You have declined, Ben.   y accept"},
		},
		{
			name: "leader-ballot", from: leading, then: []Line{open}, who: "ada", keys: []string{"down", "enter"},
			lines: []string{"Who shall lead us?", "▸ [●] Ngọc", "a blank ballot: none of these"},
		},
		{
			name: "leader-roll", from: leading, then: []Line{open, Cast("ada", "grace"), Cast("tom")}, who: Fay,
			lines: []string{"Who shall lead us?", "More than half of the ballots elect", "✓ Tom B. has voted"},
		},
		{
			name: "leader-runoff", from: leading, then: []Line{leaderTie}, who: Fay,
			lines: []string{"More than half of 12 ballots is 7. Nobody has that yet.", "v opens the runoff between Grace and Łukasz", "goes on"},
		},
		{
			name: "leader-runoff-tie", from: leading, then: []Line{leaderTie, voteWith(one("grace", "lukasz")...)}, who: Fay,
			lines: []string{"The runoff is a tie", "v draws the lot"},
		},
		{
			name: "leader-elected", from: leading, who: Fay,
			then:  []Line{voteWith(one("grace", "grace", "ngoc", "grace", "lukasz")...)},
			lines: []string{"G r a c e", "has dedicated time for it", "elected with 8 of 12, more than half"},
		},
		{
			name: "leader-by-runoff", from: leading, then: []Line{leaderTie, voteWith(one("grace", "lukasz", "grace")...)}, who: Fay,
			lines: []string{"elected in the runoff, with 8 of 12 ballots", "First round:"},
		},
		{
			name: "leader-by-lot", from: leading, who: Fay,
			then:  []Line{leaderTie, voteWith(one("grace", "lukasz")...), lot()},
			lines: []string{"elected by lot, after the runoff was a tie", "convene log", "elected by lot"},
		},
		{
			name: "leader-none", from: leading, who: Fay,
			then:  []Line{By(Fay, workshop.RecordNoLeader{Reason: "Nobody has time for it before the next release, and we would rather wait than pretend"})},
			lines: []string{"N o   l e a d e r   y e t", "Nobody has time for it", "v reopens the election"},
		},
		{
			name: "leader-single", from: fresh, then: []Line{electing("ben")}, who: Fay,
			lines: []string{"One candidate", "A yes from more than half"},
		},
		{
			name: "leader-single-ballot", from: fresh, then: []Line{electing("ben"), open}, who: "ada",
			lines: []string{"Shall Ben lead us?", "▸ [ ] Yes, Ben", "[ ] No, not Ben", "[ ] a blank ballot"},
		},
		{
			name: "leader-single-roll", from: fresh, then: []Line{electing("ben"), open, Cast("ada", "no")}, who: Fay,
			lines: []string{"Shall Ben lead us?", "On the ballot: yes · no · blank"},
		},
		{
			name: "leader-not-confirmed", from: fresh, then: []Line{electing("ben"), voteWith(one("yes", "no", "yes", "no", "no")...)}, who: Fay,
			lines: []string{"Ben was not confirmed.", "N records", "No, not Ben"},
		},
		{
			name: "leader-confirmed", from: fresh, then: []Line{electing("ben"), voteWith(one("yes", "no", "yes", "yes", "no")...)}, who: "ben",
			lines: []string{"B e n", "confirmed by 3 of 5, more than half"},
		},
		{
			name: "leader-blank", from: leading, then: []Line{voteWith(nil)}, who: Fay,
			lines: []string{"all ballots were blank"},
		},
		{
			name: "leader-only-one-has-votes", from: fresh, who: Fay,
			then:  []Line{electing("ada", "ben"), voteWith([]string{"ada"}, nil, nil)},
			lines: []string{"v asks everyone about Ada"},
		},
		{
			name: "dots-ballot", from: fresh, who: "ada", keys: []string{"space", "down", "space", "space", "down", "down"},
			then: []Line{
				Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
				many(7, workshop.PromptVision, workshop.PromptImportance), Reach(workshop.StepVision, workshop.PhaseConverge), open,
			},
			lines: []string{"1 of 4 dots left", "space puts a dot, backspace takes one", "[●   ] Idea", "[●●  ] Idea"},
		},
		{
			name: "dots-roll", from: fresh, who: Fay,
			then: []Line{
				Group("ada", "ben"), Reach(workshop.StepVision, workshop.PhaseDiverge),
				many(7, workshop.PromptVision, workshop.PromptImportance), Reach(workshop.StepVision, workshop.PhaseConverge), open,
			},
			lines: []string{"What matters most here?", "4 dots each"},
		},
		{
			name: "weigh-ballot", from: sampleAt(workshop.StepForces, workshop.PhaseConverge), then: []Line{open}, who: "ada",
			keys:  []string{"5", "3", "0", "down", "1", "4"},
			lines: []string{"4 of 7 weighed", "▶ SUPPORTS", "◀ SLOWS DOWN", "█████ 5"},
		},
		{
			name: "weigh-ballot-many", from: fresh, who: "ada", keys: []string{"1", "2", "3", "4", "5", "5", "4", "3", "2", "1", "1"},
			then: []Line{
				Group("ada", "ben"), Reach(workshop.StepForces, workshop.PhaseDiverge),
				many(12, workshop.PromptSupport, workshop.PromptSlowDown), Reach(workshop.StepForces, workshop.PhaseConverge), open,
			},
			lines: []string{"11 of 24 weighed"},
		},
		{
			name: "weigh-roll", from: sampleAt(workshop.StepForces, workshop.PhaseConverge), then: []Line{open}, who: Fay,
			lines: []string{"How strong is each force?", "… Ada not yet"},
		},
	}
}

// reach plays the moment.
func (m moment) reach(t *testing.T) *Stage {
	t.Helper()
	s := m.from()
	if err := s.Play(m.then...); err != nil {
		t.Fatal(err)
	}
	return s
}
