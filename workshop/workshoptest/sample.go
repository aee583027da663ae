package workshoptest

import (
	"fmt"
	"slices"
	"time"

	"convene/workshop"
	"convene/workshop/ballot"
)

// Sample is a whole workshop from the first seat to the end: twelve people found a community for software craft. Its
// first step has a concern that is heard, its name ties and goes to a runoff, and so does its leader. The records
// are what a store would hold. It is the same on every call.
func Sample() (workshop.State, []workshop.Record) {
	s := NewStage()
	if err := s.Play(script()...); err != nil {
		panic(fmt.Sprintf("play the sample: %v", err))
	}
	return s.State, s.Records
}

// SampleAt is the sample at the moment when the group comes to a position for the first time. It panics when the
// sample never comes there.
func SampleAt(step workshop.Step, phase workshop.Phase) (workshop.State, []workshop.Record) {
	s := SampleStage(step, phase)
	return s.State, s.Records
}

// SampleStage is SampleAt for tests that go on from there.
func SampleStage(step workshop.Step, phase workshop.Phase) *Stage {
	s := NewStage()
	for _, l := range script() {
		if err := s.Play(l); err != nil {
			panic(fmt.Sprintf("play the sample: %v", err))
		}
		if s.State.At == (workshop.Position{Step: step, Phase: phase}) {
			return s
		}
	}
	panic(fmt.Sprintf("the sample never comes to %s/%s", step, phase))
}

// script is the sample from beginning to end.
func script() []Line {
	return slices.Concat(welcome(), visionStep(), measuresStep(), impactStep(), resourcesStep(), forcesStep(),
		nameStep(), leaderStep(), []Line{By(Fay, workshop.CloseWorkshop{})})
}

// welcome seats everyone: most join at a terminal, Fay adds the others.
func welcome() []Line {
	lines := []Line{Opened()}
	for _, g := range guests() {
		if lines = append(lines, Wait(12*time.Second)); g.booth {
			lines = append(lines, By(Fay, workshop.AddPerson{Person: g.id, Name: g.name}))
		} else {
			lines = append(lines, By(g.id, workshop.Join{Name: g.name}))
		}
	}
	return append(lines, By(Fay, workshop.StartClock{}), Wait(2*time.Minute), Onward(false))
}

// solo is the brief, and everyone writing alone, until all is on the wall. People without a terminal write in the
// booth.
func solo(step workshop.Step) []Line {
	lines := []Line{Wait(90 * time.Second), Onward(false)}
	for _, p := range step.Prompts() {
		for _, i := range ideas(p) {
			lines = append(lines, Wait(5*time.Second), By(i.by, workshop.WriteNote{Prompt: p, Text: i.text}))
		}
	}
	return append(lines,
		By("ada", workshop.DeclareDone{Done: true}), By("ngoc", workshop.AskMinute{}),
		By(Fay, workshop.AdjustClock{Minutes: 1}), Wait(2*time.Minute), Onward(false), Wait(2*time.Minute))
}

// cluster puts notes together, which are named by what they say.
func cluster(by workshop.PersonID, title string, notes ...string) Line {
	return func(s *Stage) error {
		return s.Play(By(by, workshop.FormCluster{Notes: s.find(notes...), Title: title}))
	}
}

// park takes notes out of the canvas, which are named by what they say.
func park(by workshop.PersonID, notes ...string) Line {
	return func(s *Stage) error { return s.Play(By(by, workshop.ParkNotes{Notes: s.find(notes...)})) }
}

func (s *Stage) find(texts ...string) []workshop.NoteID {
	var ids []workshop.NoteID
	for _, t := range texts {
		for n := range s.State.Notes.All() {
			if n.Text == t {
				ids = append(ids, n.ID)
			}
		}
	}
	return ids
}

// allBehind is everyone showing a hand, and the group going on.
func allBehind() []Line {
	return []Line{Wait(time.Minute), Onward(false), Wait(time.Minute), AllShow(4), Onward(false)}
}

func visionStep() []Line {
	lines := append(solo(workshop.StepVision),
		By(Fay, workshop.PutSpotlight{On: workshop.Spot{Note: 4}}), Wait(time.Minute), Onward(false),
		cluster("ada", "Proud of our code", "Everyone here is proud of the code they ship", "We are proud of what we ship"),
		cluster("obrien", "We learn every day", "Small steps, every day", "Juniors and seniors learn from each other"),
		By("tom", workshop.MoveNotes{Notes: []workshop.NoteID{7}, Cluster: 2}),
		park("grace", "Fewer meetings"),
		cluster("ngoc", "Releases hurt", "Every release costs us a weekend", "Releases hurt: the last one took three days"),
		By(Fay, workshop.WriteStatement{
			Section: workshop.SectionVision, Text: "We ship code that we are proud of, and learn something every day.",
		}),
		By(Fay, workshop.OpenVote{}))
	for i, g := range guests() {
		lines = append(lines, Cast(g.id, []string{"Proud of our code", "We learn every day", "Releases hurt"}[i%3],
			[]string{"We learn every day", "Five good people left last year"}[i%2]))
	}
	lines = append(lines, Counted(), Wait(3*time.Minute), Onward(false))

	for _, g := range guests() {
		hand := workshop.ShowHand{Level: 4}
		if g.id == "aicha" {
			hand = workshop.ShowHand{Level: 2, Concern: "I don't see the billing code in it"}
		}
		lines = append(lines, By(g.id, hand))
	}
	lines = append(lines, Wait(2*time.Minute), By(Fay, workshop.WriteStatement{
		Section: workshop.SectionVision, Text: "We ship code that we are proud of, old code too, and learn every day.",
	}))
	for _, g := range guests() { // everyone anew, for another sentence
		hand := workshop.ShowHand{Level: 4}
		if g.id == "aicha" {
			hand.Level = 5
		}
		lines = append(lines, By(g.id, hand))
	}
	return append(lines, Onward(false))
}

func measuresStep() []Line {
	return slices.Concat(solo(workshop.StepMeasures), []Line{
		Onward(false),
		cluster("grace", "Coding dojo", "Coding dojo every second Friday", "Dojo with katas", "A shared library of katas"),
		cluster("jose", "Work in other teams", "Pair across teams", "Swap seats for a day"),
		cluster("bjork", "", "How many came to the dojo", "Head count at the events"),
		By("bjork", workshop.TitleCluster{Cluster: 6, Title: "Who comes"}),
	}, allBehind())
}

func impactStep() []Line {
	return slices.Concat(solo(workshop.StepImpact), []Line{
		Onward(false),
		cluster("ada", "The teams", "All 6 product teams", "The operations people", "Apprentices"),
	}, allBehind())
}

func resourcesStep() []Line {
	return slices.Concat(solo(workshop.StepResources), []Line{Onward(false)}, allBehind())
}

func forcesStep() []Line {
	lines := append(solo(workshop.StepForces), Onward(false),
		cluster("tom", "No time", "Deadlines eat every Friday", "Team leads count hours"), By(Fay, workshop.OpenVote{}))
	for i, g := range guests() {
		lines = append(lines, weigh(g.id, i))
	}
	return slices.Concat(lines, []Line{Counted()}, allBehind())
}

// weigh gives every force a strength, which differs a little from person to person.
func weigh(who workshop.PersonID, mood int) Line {
	return func(s *Stage) error {
		var b ballot.Ballot
		for i, o := range s.State.Vote.Options {
			b = append(b, ballot.Mark{Option: o.Key, Weight: 1 + (3*i+mood%3)%workshop.MaxForce})
		}
		return s.Play(By(who, workshop.CastBallot{Vote: s.State.Vote.ID, Ballot: b}))
	}
}

// vote opens a vote, casts a ballot for each guest in the order of arrival, and closes it.
func vote(choices [][]string) []Line {
	lines := []Line{By(Fay, workshop.OpenVote{})}
	for i, g := range guests() {
		lines = append(lines, Cast(g.id, choices[i%len(choices)]...))
	}
	return append(lines, Wait(time.Minute), Counted())
}

// nameStep ties with eight votes each at the top, and the runoff decides.
func nameStep() []Line {
	return slices.Concat(solo(workshop.StepName), []Line{Onward(false)},
		vote([][]string{{"Craft Guild", "The Workbench"}, {"Craft Guild", "The Workbench"}, {"Sharp Tools", "Clean Coders"}}),
		vote([][]string{{"Craft Guild"}, {"The Workbench"}, {"Craft Guild"}}),
		[]Line{Onward(false)})
}

// leaderStep has four nominees, three candidates, no majority, and a runoff.
func leaderStep() []Line {
	return slices.Concat([]Line{
		Wait(time.Minute), Onward(false),
		By("ada", workshop.Nominate{Person: "grace", Reason: "She started the dojo and people come"}),
		By("jose", workshop.Nominate{Person: "grace", Reason: "Listens before she speaks"}),
		By("mei", workshop.Nominate{Person: "lukasz", Reason: "Knows every team"}),
		By("ngoc", workshop.Nominate{Person: "ngoc", Reason: "I would love to"}),
		InBooth("tom", workshop.Nominate{Person: "obrien", Reason: "She gets things done"}),
		Wait(2 * time.Minute), Onward(false),
		By("grace", workshop.AcceptNomination{HasTime: true}),
		By("lukasz", workshop.AcceptNomination{HasTime: true}),
		By("ngoc", workshop.AcceptNomination{HasTime: true}),
		By("obrien", workshop.DeclineNomination{}),
		Wait(time.Minute), Onward(false),
	},
		vote([][]string{{"grace"}, {"lukasz"}, {"grace"}, {"ngoc"}, {"lukasz"}, {"grace"}}),
		vote([][]string{{"grace"}, {"lukasz"}, {"grace"}}),
		[]Line{Onward(false), Wait(3 * time.Minute)})
}
