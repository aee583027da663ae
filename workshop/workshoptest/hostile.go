package workshoptest

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// HostileTexts are what somebody may type, or send, who wants to see what happens: escapes, controls, marks, letters without a
// width or with two, scripts from right to left, and much of it.
func HostileTexts() []string {
	return []string{
		"An idea", "\x1b[2J\x1b[Hgone", "\x1b]0;title\a", "\u009b31mred", "\x1b[6n", "a\r\nb", "\t\v\f\b", "\u202egnp.exe", "\u2066a\u2069",
		"e\u0301\u0302\u0303\u0304\u0305\u0306\u0307", "每天一起编程", "👩‍👩‍👧‍👦", "🇨🇭🇨", "\u200b\u200d\ufeff", "\xff\xfe\x80", "مرحبا بالعالم",
		"\u115f\u1160\u3164", "ﷺ", "\u00ad", "\U000e0041", "\u2028line\u2029", strings.Repeat("x", 300), strings.Repeat("每", 300),
		"\x1bP1$r\x1b\\", "\x1b[?1049h", "\x1b(0qqq", "a\x00b", "\u0600\u0600", "👍🏽👍🏽", "１２３ｆｕｌｌ",
	}
}

// Hostile plays a workshop in which Ada, and Fay for the topic and the statement, give a text wherever one is asked for; where it is
// refused they give plain words. Ben takes part as well. At each stop, from the gathering to the canvas, look sees the stage.
func Hostile(given string, look func(*Stage)) (*Stage, error) {
	s := NewStage()
	either := func(who workshop.PersonID, c func(string) workshop.Command) Line {
		return func(s *Stage) error {
			if _, err := s.Do(who, c(given)); err == nil {
				return nil
			}
			_, err := s.Do(who, c("Plain words"))
			return err
		}
	}
	stop := func(s *Stage) error { look(s); return nil }
	err := s.Play(
		either(Fay, func(s string) workshop.Command {
			return workshop.OpenWorkshop{ID: "brave-otter", Topic: s, Facilitator: "Fay", Minutes: 120}
		}),
		either("ada", func(s string) workshop.Command { return workshop.Join{Name: s} }),
		By("ben", workshop.Join{Name: "Ben"}), stop,
		Reach(workshop.StepVision, workshop.PhaseDiverge), Write("ben", workshop.PromptVision, "A note of Ben"),
		either("ada", func(s string) workshop.Command { return workshop.WriteNote{Prompt: workshop.PromptVision, Text: s} }),
		Reach(workshop.StepVision, workshop.PhaseConverge), stop,
		By("ben", workshop.FormCluster{Notes: []workshop.NoteID{1, 2}, Title: "Together"}),
		either("ada", func(s string) workshop.Command { return workshop.TitleCluster{Cluster: 1, Title: s} }),
		either(Fay, func(s string) workshop.Command {
			return workshop.WriteStatement{Section: workshop.SectionVision, Text: s}
		}), stop,
		Reach(workshop.StepVision, workshop.PhaseAlign),
		either("ada", func(s string) workshop.Command { return workshop.ShowHand{Level: 1, Concern: s} }),
		By(Fay, workshop.RevealHands{}), stop,
		Reach(workshop.StepLeader, workshop.PhaseDiverge),
		either("ada", func(s string) workshop.Command { return workshop.Nominate{Person: "ben", Reason: s} }),
		Reach(workshop.StepLeader, workshop.PhaseShare), stop,
		Reach(workshop.StepClosing, workshop.PhaseCanvas),
		either("ada", func(s string) workshop.Command { return workshop.PlanAction{What: s, Owner: "ben"} }), stop,
	)
	if err != nil {
		return nil, fmt.Errorf("play %+q: %w", given, err)
	}
	return s, nil
}
