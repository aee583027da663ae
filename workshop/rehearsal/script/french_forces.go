package script

// frenchSupport answers: what supports the vision?
func frenchSupport() []Theme {
	return []Theme{
		{"Des gens qui en ont envie", []string{
			"Tout le monde ici est venu de son plein gré",
			"Certains animent déjà des dojos 💪",
			"Les juniors le demandent",
			"On s’entend bien",
		}},
		{"Une direction ouverte", []string{
			"L’idée vient de la direction technique",
			"Apprendre fait partie des valeurs de l’entreprise",
			"Notre responsable d’équipe est dans la salle",
			"La dernière enquête réclamait plus d’échanges",
		}},
		{"Les outils sont là", []string{
			"La messagerie et le wiki existent",
			"La vidéo marche sur tous les sites",
			"La salle 4 est libre le jeudi",
			"Le budget d’innovation nous est ouvert",
		}},
		{"De premiers succès", []string{
			"Le dernier dojo affichait complet",
			"Deux équipes travaillent déjà en binôme, et adorent",
			"La guilde des tests montre que cela marche",
			"Moins d’incidents depuis que nous relisons le code",
		}},
		{"Le bon moment", []string{
			"De nouveaux projets démarrent au printemps",
			"Nous recrutons dix personnes cette année",
			"La réorganisation nous donne de nouveaux voisins",
			"L’ancienne plateforme s’arrête dans un an de toute façon",
		}},
	}
}

// frenchSlowDown answers: what can slow it down?
func frenchSlowDown() []Theme {
	return []Theme{
		{"Le manque de temps", []string{
			"Les échéances gagnent toujours",
			"Les chefs de projet comptent chaque heure",
			"Trop de réunions pour tout le monde",
			"« Pas dans ce sprint » 😬",
		}},
		{"L’élan retombe", []string{
			"La dernière communauté s’est éteinte en trois mois",
			"Tout repose sur deux ou trois personnes",
			"Personne ne prépare la rencontre suivante",
			"Les congés d’été",
		}},
		{"La distance", []string{
			"Trois fuseaux horaires",
			"À distance, on écoute sans rien dire",
			"Tout le monde n’est pas à l’aise en anglais",
			"Les sites se connaissent à peine",
		}},
		{"Le budget", []string{
			"Les déplacements sont gelés",
			"Il faut deux signatures pour un livre",
			"L’argent des formations va aux certifications",
			"Personne ne sait quel centre de coûts paie",
		}},
		{"La peur et l’habitude", []string{
			"Montrer son code demande du courage",
			"« On a toujours fait comme ça »",
			"Des experts qui n’aiment pas partager",
			"La peur d’être jugé",
		}},
		{"Les vieux systèmes", []string{
			"Du code ancien qu’on ne peut pas tester",
			"Une heure par build 🐌",
			"Chaque équipe a son langage",
			"Aucun accès aux dépôts des autres équipes",
		}},
	}
}
