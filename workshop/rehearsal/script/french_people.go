package script

// frenchPeople are who comes to a rehearsal. They differ in more than accents, so that nobody's name is taken.
func frenchPeople() []string {
	return []string{
		"Adèle",
		"Bastien",
		"Chloé",
		"Driss",
		"Élodie",
		"Farid",
		"Gaëlle",
		"Hugo",
		"Inès",
		"Jérôme",
		"Khadija",
		"Léa",
		"Mathilde",
		"Noé",
		"Océane",
		"Pauline",
		"Quentin",
		"Rania",
		"Solène",
		"Théo",
		"Ursula",
		"Victor",
		"Wassim",
		"Xavier",
		"Yasmine",
		"Zoé",
		"Anaïs",
		"Benoît",
		"Camille",
		"Djibril",
		"Étienne",
		"Fatou",
		"Guillaume",
		"Hélène",
		"Ibrahim",
		"Joséphine",
		"Karim",
		"Loïc",
		"Maëlle",
		"Nadia",
		"Olivier",
		"Philippe",
		"Romane",
		"Sékou",
		"Thuy",
		"Valentin",
		"Wendy",
		"Yann",
		"Zélie",
		"Amadou",
		"Brigitte",
		"Clément",
		"Delphine",
		"Emma",
		"François",
		"Gwenaël",
		"Henri",
		"Imane",
		"Justine",
		"Kenza",
		"Laurent",
		"Margaux",
		"Nicolas",
		"Raphaël",
		"Sylvie",
		"Tariq",
	}
}

// frenchCommunities are what people propose. Some of them come twice, spelt differently.
func frenchCommunities() []string {
	return []string{
		"Le Collectif Artisan",
		"L’Établi",
		"Code & Compagnie",
		"Le Cercle du code propre",
		"La Refacterie",
		"La Guilde verte",
		"Le Kata Club",
		"Bien affûtés",
		"La Table des artisans",
		"La Guilde des petits pas",
		"Binômes Anonymes",
		"Rouge-vert-refactor",
		"Café Code ☕",
		"Les Scouts du code",
		"Mieux chaque jour",
		"L’Atelier ouvert",
		"LE COLLECTIF ARTISAN",
		"La Re-Facterie",
		"le kata club",
		"Cafe Code",
	}
}

// frenchIntents are what somebody will do first.
func frenchIntents() []Intent {
	return []Intent{
		{What: "Fixer la date de la première rencontre : un midi-découverte sur les tests", Weeks: 1},
		{What: "Convenir du temps dédié du leader avec son responsable", Weeks: 2, Leader: true},
		{What: "Trouver un sponsor à la direction", Weeks: 4},
		{What: "Publier le compte rendu et les mesures sur le wiki", Weeks: 1},
		{What: "Afficher le canevas aux deux étages", Weeks: 1},
	}
}

// frenchReasons are why somebody should lead.
func frenchReasons() []string {
	return []string{
		"Écoute avant de parler",
		"A lancé le dernier dojo, et les gens sont revenus",
		"Connaît quelqu’un dans chaque équipe",
		"Tient ses promesses",
		"A l’énergie qu’il faut 🔥",
		"Explique si bien que je comprends",
		"N’a pas peur de demander du temps à la direction",
		"Réunit des gens qui sinon ne se parlent pas",
		"A organisé trois midis-découvertes",
		"Garde son calme quand le ton monte",
		"Serait juste envers les petites équipes",
		"Met les choses par écrit",
	}
}

// frenchHopes are why people nominate themselves.
func frenchHopes() []string {
	return []string{
		"J’aimerais apprendre à animer une communauté",
		"J’en ai envie depuis des années",
		"Mon responsable me donne une journée par semaine pour cela",
	}
}

// frenchVisionStatements are sentences on which a group can agree.
func frenchVisionStatements() []string {
	return []string{
		"Nous sommes le lieu où toutes celles et tous ceux qui font du logiciel ici apprennent ensemble, chaque mois.",
		"Dans deux ans, plus personne ici n’affronte seul un problème difficile, et nous sommes fiers de ce que nous livrons.",
		"Nous faisons du bon artisanat la façon normale de travailler : partagé, visible, et sans héroïsme.",
		"D’une équipe et d’un site à l’autre, nous apprenons ensemble, pour que nos logiciels progressent, et nous avec.",
	}
}

// frenchImportanceStatements say in a sentence why it matters now.
func frenchImportanceStatements() []string {
	return []string{
		"Ce que nous savons ne doit pas partir avec les personnes qui partent.",
		"Si nous n’apprenons pas ensemble, chacun répète les erreurs des autres.",
		"Nous voulons rester, et être fiers de l’endroit où nous restons.",
	}
}

// frenchConcerns are what somebody misses who is not behind an outcome yet.
func frenchConcerns() []string {
	return []string{
		"Je n’y vois pas encore les collègues à distance.",
		"C’est beaucoup pour la première année ; commençons par moins.",
		"Rien n’est dit du temps que nous aurons pour cela.",
		"Il manque les testeurs.",
	}
}

// frenchObjections are what speaks against a proposal of a leader, and helps to make it better.
func frenchObjections() []string {
	return []string{
		"J’aimerais qu’on se repose la question dans six mois",
		"Qui prend le relais quand arrive la première livraison ?",
		"Il faut à côté quelqu’un du deuxième site",
	}
}
