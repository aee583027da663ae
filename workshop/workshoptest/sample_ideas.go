package workshoptest

import "convene/workshop"

// guest is somebody who takes part in the sample.
type guest struct {
	id    workshop.PersonID
	name  string
	booth bool // has no terminal
}

// guests are the twelve people of the sample, in the order of arrival.
func guests() []guest {
	return []guest{
		{"ada", "Ada", false},
		{"jose", "José", false},
		{"lukasz", "Łukasz", false},
		{"aicha", "Aïcha", false},
		{"mei", "李梅", false},
		{"obrien", "Siobhán O'Brien", false},
		{"ngoc", "Ngọc", false},
		{"dmitri", "Дмитрий", false},
		{"yusuf", "Yusuf", true},
		{"grace", "Grace", false},
		{"bjork", "Björk", true},
		{"tom", "Tom B.", true},
	}
}

// idea is one note of the sample.
type idea struct {
	by   workshop.PersonID
	text string
}

// ideas are what people write for a prompt, in the order in which they write it.
func ideas(p workshop.Prompt) []idea {
	switch p {
	case workshop.PromptVision:
		return []idea{
			{"ada", "Everyone here is proud of the code they ship"},
			{"jose", "We are proud of what we ship"},
			{"lukasz", "Refactoring is a habit, not a project"},
			{"aicha", "Nobody is afraid of the old billing code any more"},
			{"mei", "Small steps, every day"},
			{"obrien", "Juniors and seniors learn from each other"},
			{"tom", "Learning is part of the working day"},
			{"grace", "Fewer meetings"},
		}
	case workshop.PromptImportance:
		return []idea{
			{"ngoc", "Every release costs us a weekend"},
			{"dmitri", "Releases hurt: the last one took three days"},
			{"yusuf", "Five good people left last year"},
			{"bjork", "We keep solving the same problem in six teams"},
			{"ada", "Our customers notice every bug before we do"},
		}
	case workshop.PromptHow:
		return []idea{
			{"ada", "Monthly brown bag lunch"},
			{"grace", "Coding dojo every second Friday"},
			{"mei", "Dojo with katas"},
			{"jose", "Pair across teams"},
			{"dmitri", "Swap seats for a day"},
			{"tom", "A shared library of katas"},
			{"ngoc", "Book club: one chapter a week"},
		}
	case workshop.PromptMeasures:
		return []idea{
			{"lukasz", "Hours between commit and production"},
			{"aicha", "Bugs that customers report"},
			{"obrien", "How many came to the dojo"},
			{"yusuf", "Ask everyone twice a year: did you learn something?"},
			{"bjork", "Head count at the events"},
		}
	case workshop.PromptWho:
		return []idea{
			{"jose", "All 6 product teams"},
			{"ngoc", "The operations people"},
			{"grace", "Apprentices"},
			{"ada", "Team leads, who give the time"},
		}
	case workshop.PromptWhat:
		return []idea{
			{"mei", "How we review code"},
			{"dmitri", "The definition of done"},
			{"tom", "Hiring interviews"},
		}
	case workshop.PromptResources:
		return []idea{
			{"yusuf", "Two hours a week for everyone"},
			{"ada", "A room with a big screen"},
			{"bjork", "A budget for books"},
			{"lukasz", "A sponsor in management"},
		}
	case workshop.PromptCommunication:
		return []idea{
			{"aicha", "A channel that is not only announcements"},
			{"obrien", "Minutes of every event on the wiki"},
			{"jose", "Five minutes at the all-hands, every month"},
		}
	case workshop.PromptSupport:
		return []idea{
			{"ada", "People ask for it"},
			{"mei", "The CTO was a programmer herself"},
			{"grace", "A dojo exists already"},
		}
	case workshop.PromptSlowDown:
		return []idea{
			{"dmitri", "Deadlines eat every Friday"},
			{"tom", "Teams sit in three cities"},
			{"yusuf", "Team leads count hours"},
			{"ngoc", "Many fear to show their code"},
		}
	case workshop.PromptName:
		return []idea{
			{"ada", "Craft Guild"},
			{"jose", "The Workbench"},
			{"mei", "craft guild"},
			{"bjork", "Sharp Tools"},
			{"dmitri", "Clean Coders"},
		}
	default:
		return nil
	}
}
