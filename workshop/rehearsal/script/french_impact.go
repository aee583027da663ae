package script

// frenchWho answers: who will be affected?
func frenchWho() []Theme {
	return []Theme{
		{"Les développeurs", []string{
			"Toutes les développeuses et tous les développeurs, les juniors d’abord",
			"Qui développe en solo sur un produit",
			"Les nouvelles recrues, dans leurs premiers mois",
			"Les stagiaires et les alternants",
		}},
		{"Tests et exploitation", []string{
			"Les testeurs : ils sont du métier",
			"L’exploitation et les astreintes 📟",
			"L’équipe plateforme",
			"Les responsables de la sécurité",
		}},
		{"Côté produit", []string{
			"Les product owners",
			"Les designers UX",
			"Les analystes métier",
			"Les chefs de projet, qui planifient notre temps",
		}},
		{"Le management", []string{
			"Les responsables d’équipe, qui donnent le temps",
			"La direction technique, comme sponsor",
			"Les RH : formations et carrières",
			"Le comité d’entreprise",
		}},
		{"Les clients", []string{
			"Les clients, qui verront moins de bugs",
			"Le support, car moins de gens appelleront",
			"Les partenaires qui utilisent nos interfaces",
			"Les commerciaux, qui pourront promettre des dates",
		}},
	}
}

// frenchWhat answers: what will be affected?
func frenchWhat() []Theme {
	return []Theme{
		{"Notre façon de travailler", []string{
			"Notre définition de « terminé »",
			"Notre manière de relire le code",
			"La planification : apprendre prend aussi du temps",
			"La manière de se passer le relais",
		}},
		{"Le code", []string{
			"Le vieux code qui n’est à personne",
			"Les bibliothèques partagées",
			"Nos suites de tests 🧪",
			"L’architecture telle qu’elle est, pas telle qu’elle est dessinée",
		}},
		{"Les outils", []string{
			"Les pipelines et les temps de build",
			"L’analyse statique dans chaque dépôt",
			"Le choix des éditeurs et des assistants",
			"Un endroit pour la documentation, au lieu de cinq",
		}},
		{"La culture", []string{
			"Demander de l’aide devient normal",
			"On parle des erreurs sans se cacher",
			"On fête ce qui est fini 🎉",
			"Les questions naïves sont les bienvenues",
		}},
		{"Recrutement et formation", []string{
			"Nos offres d’emploi et nos entretiens",
			"Le budget de formation",
			"L’accueil des nouveaux",
			"Les objectifs des entretiens annuels",
		}},
	}
}
