package script

import "convene/workshop"

func english() Script {
	return Script{
		Topic:  "Software Craft",
		People: englishPeople(),
		Themes: map[workshop.Prompt][]Theme{
			workshop.PromptVision:        englishVision(),
			workshop.PromptImportance:    englishImportance(),
			workshop.PromptHow:           englishHow(),
			workshop.PromptMeasures:      englishMeasures(),
			workshop.PromptWho:           englishWho(),
			workshop.PromptWhat:          englishWhat(),
			workshop.PromptResources:     englishResources(),
			workshop.PromptCommunication: englishCommunication(),
			workshop.PromptSupport:       englishSupport(),
			workshop.PromptSlowDown:      englishSlowDown(),
		},
		OffTopic: []string{
			"Better coffee on the third floor ☕",
			"The meeting rooms are always booked",
			"Who keeps switching off the build server at night?",
			"More parking for bicycles 🚲",
			"The canteen closes too early",
		},
		Visions:     englishVisionStatements(),
		Importances: englishImportanceStatements(),
		Concerns:    englishConcerns(),
		Communities: englishCommunities(),
		Reasons:     englishReasons(),
		Hopes:       englishHopes(),
		Hasty:       "The first who came to my mind",
		Objections:  englishObjections(),
		NoLeader:    "Nobody has the group behind them yet; we ask again at the first event.",
		Intents:     englishIntents(),
		echoes: []echo{
			{"Me too: ", ""},
			{"", " (same in my team)"},
			{"", " 👍"},
			{"This matters: ", ""},
			{"", " (that one first)"},
			{"Yes: ", ""},
			{"Where I work, too: ", ""},
			{"", " (I'd sign that)"},
			{"Seconded: ", ""},
			{"", " (underlined twice)"},
			{"", " (not to be forgotten)"},
			{"Once more: ", ""},
		},
		first: echo{"", " (first of all)"},
	}
}
