package script

// frenchVision answers: what do we want to reach?
func frenchVision() []Theme {
	return []Theme{
		{"Apprendre ensemble", []string{
			"Chaque mois, apprendre quelque chose les uns des autres",
			"Toujours savoir à qui poser sa question",
			"Que le savoir ne reste plus dans une seule tête",
			"Un lieu où aucune question n’est bête",
		}},
		{"La fierté du métier", []string{
			"Être fiers du code que nous livrons",
			"Que le métier fasse partie du travail, pas du temps libre",
			"Du code propre, même quand personne ne regarde ✨",
			"Laisser chaque module en meilleur état qu’à l’arrivée",
		}},
		{"La qualité sans héroïsme", []string{
			"Livrer un vendredi sans boule au ventre",
			"Plus de nuits blanches pour sauver une mise en production",
			"Que les tests trouvent les bugs, pas les clients",
			"La qualité, l’affaire de tout le monde et pas d’un service",
		}},
		{"Une communauté, pas des silos", []string{
			"C# | Java | Go : une seule guilde, pas trois îles",
			"Connaître les gens derrière les services des autres équipes",
			"Plus de mur entre le front et le back",
			"Que chaque site participe : Nantes, Liège et Montréal aussi",
		}},
		{"Des pratiques partagées", []string{
			"La même idée de ce que « terminé » veut dire",
			"Les mêmes bases dans chaque dépôt : README, tests, pipeline",
			"Des décisions écrites là où tout le monde les retrouve",
			"Des conventions que nous avons choisies nous-mêmes",
		}},
		{"Un terrain d’essai", []string{
			"De la place pour des essais qui peuvent rater",
			"Tester un outil sans demander la permission d’abord",
			"Pouvoir montrer un travail à moitié fini, sans crainte 🧪",
			"Du temps pour apprendre, dans l’agenda et pas en plus",
		}},
	}
}

// frenchImportance answers: why does it matter now?
func frenchImportance() []Theme {
	return []Theme{
		{"Le savoir s’en va", []string{
			"Trois piliers partis cette année, et leur savoir avec",
			"Seul Rémy comprend encore la facturation",
			"La moitié de nos services tient à une seule personne",
			"Il faut six mois à une nouvelle recrue pour s’y retrouver",
		}},
		{"La dette technique nous freine", []string{
			"Un petit changement prend des semaines",
			"Plus personne n’ose toucher au vieux cœur du système",
			"La moitié de chaque sprint part en réparations",
			"Les tests sont rouges si souvent que personne ne regarde",
		}},
		{"On réinvente la roue", []string{
			"Quatre équipes ont écrit quatre calendriers",
			"Chaque projet refait sa page de connexion",
			"On ignore ce que l’équipe d’à côté a déjà construit",
			"Le copier-coller est notre façon de partager",
		}},
		{"Recruter et garder", []string{
			"Les bons développeurs vont là où ils progressent 🌱",
			"En entretien, on nous demande comment on apprend ici",
			"Une carrière pour qui veut rester dans la technique",
			"On reste là où l’on apprend",
		}},
		{"Travailler à distance", []string{
			"Depuis le télétravail, chacun ne voit que son équipe",
			"Les discussions à la machine à café nous manquent",
			"À distance, on apprend les décisions en dernier",
			"Personne ne voit ce qui marche bien ailleurs",
		}},
		{"Le marché bouge", []string{
			"Nos concurrents livrent chaque jour, nous chaque trimestre",
			"Des assistants écrivent du code : il faut savoir en juger",
			"La sécurité figure dans chaque appel d’offres 🔒",
			"La technique change plus vite que nos formations",
		}},
	}
}
