package script

import "convene/workshop"

func french() Script {
	return Script{
		Topic:  "Artisanat du logiciel",
		People: frenchPeople(),
		Themes: map[workshop.Prompt][]Theme{
			workshop.PromptVision:        frenchVision(),
			workshop.PromptImportance:    frenchImportance(),
			workshop.PromptHow:           frenchHow(),
			workshop.PromptMeasures:      frenchMeasures(),
			workshop.PromptWho:           frenchWho(),
			workshop.PromptWhat:          frenchWhat(),
			workshop.PromptResources:     frenchResources(),
			workshop.PromptCommunication: frenchCommunication(),
			workshop.PromptSupport:       frenchSupport(),
			workshop.PromptSlowDown:      frenchSlowDown(),
		},
		OffTopic: []string{
			"Un meilleur café au troisième étage ☕",
			"Les salles de réunion sont toujours prises",
			"Qui éteint le serveur de build la nuit ?",
			"Plus de places pour les vélos 🚲",
			"La cantine ferme trop tôt",
		},
		Visions:     frenchVisionStatements(),
		Importances: frenchImportanceStatements(),
		Concerns:    frenchConcerns(),
		Communities: frenchCommunities(),
		Reasons:     frenchReasons(),
		Hopes:       frenchHopes(),
		Hasty:       "Le premier nom qui m’est venu",
		Objections:  frenchObjections(),
		NoLeader:    "Personne n’a encore tout le groupe derrière soi ; nous reposerons la question à la première rencontre.",
		Intents:     frenchIntents(),
		echoes: []echo{
			{"Moi aussi : ", ""},
			{"", " (pareil dans mon équipe)"},
			{"", " 👍"},
			{"Ça compte : ", ""},
			{"", " (ça d’abord)"},
			{"Oui : ", ""},
			{"Chez nous aussi : ", ""},
			{"", " (je signe)"},
			{"J’appuie : ", ""},
			{"", " (souligné deux fois)"},
			{"", " (à ne pas oublier)"},
			{"Encore une fois : ", ""},
		},
		first: echo{"", " (avant tout)"},
	}
}
