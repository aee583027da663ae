package script

// frenchHow answers: which key activities will get us there?
func frenchHow() []Theme {
	return []Theme{
		{"Exposés et midis-découvertes", []string{
			"Un midi-découverte par mois, chacun avec son sandwich",
			"Des exposés éclair : cinq minutes, une idée ⚡",
			"Faire venir quelqu’un de l’extérieur deux fois par an",
			"Filmer les exposés pour qui ne peut pas venir",
		}},
		{"Dojos de code", []string{
			"Un coding dojo un vendredi sur deux",
			"Une bibliothèque de katas en commun",
			"Un kata en groupe, avec des gens qu’on ne connaît pas",
			"Le Global Day of Coderetreat, tous ensemble",
		}},
		{"Binômes et relectures", []string{
			"Une journée en binôme avec une autre équipe",
			"Des revues de code ouvertes à toute la guilde",
			"Échanger un développeur pendant une semaine",
			"Relire les tests en premier",
		}},
		{"Club de lecture", []string{
			"Un club de lecture : un chapitre par quinzaine 📚",
			"Lire « Refactoring » ensemble",
			"Une étagère de livres où chacun se sert",
			"Regarder une conférence ensemble, puis en parler",
		}},
		{"Lean coffee et rétrospectives", []string{
			"Un lean coffee par mois : le groupe choisit le sujet",
			"Une rétrospective de la communauté chaque trimestre",
			"Venir avec un problème, repartir avec trois idées",
			"Une heure de questions libres avec un architecte",
		}},
		{"Mentorat", []string{
			"Un mentor pour chaque personne qui arrive",
			"Le mentorat inversé : les juniors enseignent aux seniors",
			"Des permanences sur les tests et la conception",
			"Un parcours d’apprentissage par métier",
		}},
		{"Travailler sur du vrai code", []string{
			"Nettoyer un vieux module par trimestre",
			"Une chasse aux bugs avec des pizzas 🍕",
			"Un modèle commun pour les nouveaux services",
			"Réparer un test instable par semaine : soirée `git bisect`",
		}},
	}
}

// frenchMeasures answers: how will we know that we are on our way?
func frenchMeasures() []Theme {
	return []Theme{
		{"Qui vient", []string{
			"Combien de personnes à chaque rencontre",
			"Combien reviennent une deuxième fois",
			"Au moins une personne de chaque équipe",
			"Plus de 50 % des développeurs venus une fois dans l’année",
		}},
		{"Les rencontres tenues", []string{
			"Une rencontre par mois, tous les mois",
			"Des exposés par des gens qui n’en avaient jamais fait",
			"Toujours des sujets d’avance dans la liste",
			"Le nombre de katas dans la bibliothèque",
		}},
		{"Ce que les gens disent", []string{
			"Demander à la sortie : cela valait-il votre temps ?",
			"Un vote à la porte, pouce en haut ou en bas 👍",
			"La note à l’enquête annuelle : « ici, j’apprends »",
			"Des collègues qui nous recommandent",
		}},
		{"La qualité en chiffres", []string{
			"Le délai d’un changement qui diminue",
			"Moins de bugs signalés par les clients",
			"La part de builds au vert",
			"Remise en service après un incident : moins d’une heure",
		}},
		{"Le savoir circule", []string{
			"Au moins deux personnes qui connaissent chaque service",
			"Le nombre de pull requests entre équipes",
			"Les semaines avant la première livraison d’une recrue",
			"Des questions qui trouvent réponse dans la journée",
		}},
		{"Bilan de santé", []string{
			"Une auto-évaluation deux fois par an : rouge, jaune, vert",
			"Comparer chaque bilan avec le précédent",
			"Relire ce canevas tous les six mois",
			"Oser arrêter ce qui ne marche pas",
		}},
	}
}
