package script

// frenchResources answers: what do we need?
func frenchResources() []Theme {
	return []Theme{
		{"Du temps", []string{
			"Quatre heures par mois pour chaque personne",
			"Une journée par semaine pour le leader",
			"Du temps prévu dans le sprint, pas le soir",
			"Un créneau fixe : le jeudi après le déjeuner ⏰",
		}},
		{"Salles et matériel", []string{
			"Une salle avec un projecteur et de la place debout",
			"Des notes repositionnables, en quantité",
			"Un bon micro pour qui est à distance",
			"Un ordinateur portable pour le dojo",
		}},
		{"De l’argent", []string{
			"Un petit budget pour les livres",
			"Des pizzas et de quoi boire 🍕",
			"Le voyage à une conférence par an",
			"De quoi payer un intervenant extérieur",
		}},
		{"Un sponsor", []string{
			"Un sponsor à la direction, qui défend notre temps",
			"Un cadre clair : que pouvons-nous décider ?",
			"Des responsables d’équipe qui disent oui",
			"Un mot de la direction technique au lancement",
		}},
		{"Du savoir-faire", []string{
			"Un accompagnement les premiers mois",
			"Une formation au TDD et au refactoring",
			"Des gens qui aiment faire des exposés",
			"Quelqu’un qui s’y connaît en vidéo en direct",
		}},
		{"Des outils", []string{
			"Un wiki que tout le monde peut modifier",
			"Un dépôt pour les katas et les supports",
			"De quoi réunir des sujets et voter dessus",
			"Des licences pour une plateforme vidéo",
		}},
	}
}

// frenchCommunication answers: which channels can help?
func frenchCommunication() []Theme {
	return []Theme{
		{"Messagerie", []string{
			"Un canal dans la messagerie de l’entreprise",
			"#artisanat : toutes les questions y sont permises",
			"Un robot qui rappelle les rencontres 🤖",
			"Un fil par chapitre du livre",
		}},
		{"Courriel et lettre", []string{
			"Une courte lettre chaque mois",
			"Des invitations par l’agenda, pas par courriel",
			"Une seule liste de diffusion, ouverte à qui veut",
			"Le compte rendu envoyé à tout le monde le lendemain",
		}},
		{"Le wiki", []string{
			"Des pages publiques : rien derrière un mot de passe",
			"Une page avec tous les enregistrements",
			"Le canevas à la une du wiki",
			"Un journal de nos décisions, avec leurs raisons",
		}},
		{"De vive voix", []string{
			"Une affiche du canevas dans chaque cuisine",
			"En parler à la réunion générale 📣",
			"Un ambassadeur par équipe",
			"Un café avec des collègues des autres sites",
		}},
		{"Hors de l’entreprise", []string{
			"Un blog sur ce que nous apprenons",
			"Des meetups le soir dans nos locaux",
			"Se présenter à l’université : « l’artisanat à la carte »",
			"Publier nos katas en open source",
		}},
		{"Les écrans", []string{
			"Les rencontres annoncées sur les écrans du hall",
			"Un tableau de bord avec nos mesures",
			"Des autocollants pour les portables",
			"La prochaine rencontre à l’accueil de l’intranet",
		}},
	}
}
