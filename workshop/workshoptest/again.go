package workshoptest

import "convene/workshop"

// LastCanvas is what a small workshop left to the next one, on 14 March of the year before: under the vision a cluster and a
// note alone, under the importance a cluster without a title, under how a note, and two statements.
func LastCanvas() *workshop.Origin {
	return &workshop.Origin{
		Code: "calm-heron", Name: "Craft Guild", Date: "2025-03-14", Leader: "Grace",
		Statements: map[workshop.Section]string{
			workshop.SectionVision: "We ship code that we are proud of.", workshop.SectionHow: "We meet every other Friday.",
		},
		Entries: map[workshop.Prompt][]workshop.Stood{
			workshop.PromptVision: {
				{Title: "Proud of our code", Notes: []string{"Old code too", "Nobody is afraid of a release"}},
				{Notes: []string{"Fewer meetings"}},
			},
			workshop.PromptImportance: {{Notes: []string{"Five good people left", "Good people have left, five of them"}}},
			workshop.PromptHow:        {{Notes: []string{"Coding dojo"}}},
		},
	}
}

// Again is Group in a workshop that goes on from LastCanvas.
func Again(people ...workshop.PersonID) Line {
	return func(s *Stage) error {
		err := s.Play(By(Fay, workshop.OpenWorkshop{
			ID: "brave-otter", Topic: "Software Craft", Facilitator: "Fay", From: LastCanvas(),
		}))
		if err != nil {
			return err
		}
		return s.Play(seated(people))
	}
}
