package store

import (
	"time"

	"convene/workshop"
	"convene/workshop/ballot"
)

// at is a moment of the afternoon on which the frozen records were written.
func at(minute, second int) time.Time {
	return time.Date(2026, 3, 14, 13, minute, second, 250_000_000, time.UTC)
}

// frozen is what the files in testdata/v1 say: one record of every kind, in the order of workshop.Kinds. Like the
// files, it is never edited. A field that an event gains later is empty here.
func frozen() []workshop.Record {
	var out []workshop.Record
	for _, part := range [][]workshop.Record{
		frozenAgenda(), frozenPeople(), frozenBoard(), frozenVotes(), frozenLeader(), frozenDoor(), frozenActions(), frozenPen(), frozenTime(), frozenConsent(),
		frozenChecks(), frozenLife(), frozenAgain(),
	} {
		out = append(out, part...)
	}
	return out
}

func frozenAgenda() []workshop.Record {
	agenda := workshop.Agenda{
		{Step: workshop.StepWelcome, Box: workshop.Minutes(5)},
		{Step: workshop.StepVision, Box: workshop.Minutes(24), Solo: workshop.Minutes(5)},
		{Step: workshop.StepForces, Box: workshop.Minutes(15), Solo: workshop.Minutes(2)},
		{Step: workshop.StepClosing, Box: workshop.Minutes(5)},
	}
	return []workshop.Record{
		{Seq: 1, At: at(0, 0), By: "p-7f3a", Event: workshop.WorkshopOpened{
			ID: "brave-otter", Topic: "Testing & quality", Facilitator: "Grete", Agenda: agenda,
		}},
		{Seq: 2, At: at(5, 0), By: "p-7f3a", Event: workshop.PhaseEntered{
			Position: workshop.Position{Step: workshop.StepVision, Phase: workshop.PhaseDiverge},
			Box:      workshop.Minutes(5), Deadline: at(10, 0), Back: true,
		}},
		{Seq: 3, At: at(58, 0), By: "p-7f3a", Event: workshop.WorkshopClosed{}},
		{Seq: 4, At: at(6, 0), By: "p-7f3a", Event: workshop.ClockStarted{Deadline: at(11, 0)}},
		{Seq: 5, At: at(7, 0), By: "p-7f3a", Event: workshop.ClockPaused{Left: workshop.Span(3*time.Minute + 59*time.Second)}},
		{Seq: 6, At: at(8, 0), By: "p-7f3a", Event: workshop.ClockAdjusted{
			By: workshop.Minutes(-1), Deadline: at(9, 30), Left: workshop.Span(90 * time.Second),
		}},
		{Seq: 7, At: at(9, 0), By: "p-7f3a", Event: workshop.AgendaRepaired{
			Repair: workshop.SkipForces, Agenda: append(agenda[:2:2], agenda[3]),
		}},
	}
}

func frozenPeople() []workshop.Record {
	return []workshop.Record{
		{Seq: 8, At: at(10, 1), By: "p-7f3a", Event: workshop.PersonAdded{Person: "p-19c2", Name: "Jürgen"}},
		{Seq: 9, At: at(10, 2), By: "p-b04e", Event: workshop.PersonJoined{Name: "Ada"}},
		{Seq: 10, At: at(10, 3), By: "p-7f3a", Event: workshop.PersonRemoved{Person: "p-e511"}},
		{Seq: 11, At: at(10, 4), By: "p-19c2", Via: "p-7f3a", Event: workshop.DoneDeclared{Done: true}},
		{Seq: 12, At: at(10, 5), By: "p-b04e", Event: workshop.MinuteAsked{}},
	}
}

func frozenBoard() []workshop.Record {
	return []workshop.Record{
		{Seq: 13, At: at(11, 0), By: "p-19c2", Via: "p-7f3a", Event: workshop.NoteWritten{
			Note: 1, Prompt: workshop.PromptVision, Text: "Nobody is afraid of a release – “green” means green 🦦",
		}},
		{Seq: 14, At: at(11, 10), By: "p-b04e", Event: workshop.NoteReworded{Note: 2, Text: "Tests that people <read> & trust"}},
		{Seq: 15, At: at(11, 20), By: "p-b04e", Event: workshop.NoteWithdrawn{Note: 3}},
		{Seq: 16, At: at(12, 0), By: "p-7f3a", Event: workshop.NotesRevealed{Step: workshop.StepVision}},
		{Seq: 17, At: at(13, 0), By: "p-b04e", Event: workshop.ClusterFormed{
			Cluster: 1, Prompt: workshop.PromptVision, Title: "Trust", Notes: []workshop.NoteID{1, 2},
		}},
		{Seq: 18, At: at(13, 10), By: "p-b04e", Event: workshop.NotesMoved{Notes: []workshop.NoteID{4, 5}, Cluster: 1}},
		{Seq: 19, At: at(13, 20), By: "p-19c2", Via: "p-7f3a", Event: workshop.ClusterTitled{Cluster: 2, Title: "No fear"}},
		{Seq: 20, At: at(13, 30), By: "p-b04e", Event: workshop.ClustersMerged{Into: 1, From: 2, Title: "Trust"}},
		{Seq: 21, At: at(13, 40), By: "p-b04e", Event: workshop.NotesParked{Notes: []workshop.NoteID{6}}},
		{Seq: 22, At: at(13, 50), By: "p-b04e", Event: workshop.ActionUndone{Of: 21}},
		{Seq: 23, At: at(14, 0), By: "p-7f3a", Event: workshop.SpotlightPut{On: workshop.Spot{Note: 4, Cluster: 1}}},
		{Seq: 24, At: at(14, 30), By: "p-7f3a", Event: workshop.StatementWritten{
			Section: workshop.SectionVision, Text: "We release on any day of the week.",
		}},
		{Seq: 25, At: at(15, 0), By: "p-19c2", Via: "p-7f3a", Event: workshop.HandShown{Level: 2, Concern: "Who pays for the time?"}},
		{Seq: 26, At: at(15, 10), By: "p-7f3a", Event: workshop.HandsRevealed{}},
		{Seq: 27, At: at(16, 0), By: "p-7f3a", Event: workshop.StepSettled{
			Step: workshop.StepVision, Hands: [6]int{0, 0, 1, 2, 4, 3}, Missing: 1,
			Concerns: []workshop.Concern{{Person: "p-19c2", Level: 2, Sentence: "Who pays for the time?"}},
		}},
	}
}

func frozenVotes() []workshop.Record {
	options := []workshop.Option{{Key: "p-b04e", Label: "Ada"}, {Key: "p-19c2", Label: "Jürgen"}}
	return []workshop.Record{
		{Seq: 28, At: at(40, 0), By: "p-7f3a", Event: workshop.VoteOpened{
			Vote: 3, Purpose: workshop.ForLeader, Step: workshop.StepLeader, Round: 2, Options: options, For: "p-b04e",
			Rule: ballot.Rule{Budget: 1, PerOption: 1}, Electorate: []workshop.PersonID{"p-19c2", "p-b04e"},
		}},
		{Seq: 29, At: at(41, 0), By: "p-19c2", Via: "p-7f3a", Event: workshop.BallotCast{Vote: 3}},
		{Seq: 30, At: at(42, 0), By: "p-7f3a", Event: workshop.VoteClosed{
			Vote: 3,
			Ballots: []ballot.Ballot{
				nil,
				{{Option: "p-19c2", Weight: 1}},
				{{Option: "p-b04e", Weight: 1}},
			},
			Outcome: ballot.Result{
				Tally: ballot.Tally{{Option: "p-b04e", Votes: 1, Ballots: 1}, {Option: "p-19c2", Votes: 1, Ballots: 1}},
				Cast:  3, Blank: 1, Winner: "p-b04e", Tied: []string{"p-b04e", "p-19c2"},
			},
			Scores: []ballot.Score{{Option: "n4", Median: 3, Low: 1, High: 5, Given: 2}},
		}},
		{Seq: 31, At: at(43, 0), By: "p-7f3a", Event: workshop.VoteAbandoned{Vote: 3}},
		{Seq: 32, At: at(44, 0), By: "p-7f3a", Event: workshop.LotDrawn{
			Vote: 3, Among: options, Nonce: []byte("sixteen bytes ÿ"), Winner: "p-b04e",
		}},
		{Seq: 33, At: at(45, 0), By: "p-7f3a", Event: workshop.NameChosen{Name: "Grüne Welle", How: workshop.ByRunoff}},
	}
}

func frozenLeader() []workshop.Record {
	return []workshop.Record{
		{Seq: 34, At: at(50, 0), By: "p-19c2", Via: "p-7f3a", Event: workshop.Nominated{
			Person: "p-b04e", Reason: "Ada answers every question twice",
		}},
		{Seq: 35, At: at(50, 10), By: "p-19c2", Via: "p-7f3a", Event: workshop.NominationWithdrawn{Person: "p-b04e"}},
		{Seq: 36, At: at(51, 0), By: "p-b04e", Event: workshop.NominationAccepted{}},
		{Seq: 37, At: at(51, 10), By: "p-19c2", Via: "p-7f3a", Event: workshop.NominationDeclined{}},
		{Seq: 38, At: at(52, 0), By: "p-7f3a", Event: workshop.LeaderElected{Person: "p-b04e", How: workshop.ByLot}},
		{Seq: 39, At: at(53, 0), By: "p-7f3a", Event: workshop.NoLeaderRecorded{Reason: "We ask the other site first"}},
		{Seq: 40, At: at(54, 0), By: "p-7f3a", Event: workshop.ElectionReopened{Reason: "Ada changes teams"}},
	}
}

func frozenDoor() []workshop.Record {
	return []workshop.Record{
		{Seq: 41, At: at(20, 0), By: "p-c3d0", Event: workshop.FacilitatorJoined{Name: "Łucja"}},
		{Seq: 42, At: at(20, 10), By: "p-7f3a", Event: workshop.DoorLocked{Locked: true}},
		{Seq: 43, At: at(21, 0), By: "p-44aa", Event: workshop.PersonKnocked{Name: "Zoë"}},
		{Seq: 44, At: at(21, 10), By: "p-7f3a", Event: workshop.PersonAdmitted{Person: "p-44aa"}},
		{Seq: 45, At: at(21, 20), By: "p-c3d0", Event: workshop.PersonRefused{Person: "p-5e5e"}},
		{Seq: 46, At: at(22, 0), By: "p-7f3a", Event: workshop.FacilitatorAppointed{Person: "p-b04e"}},
		{Seq: 47, At: at(22, 10), By: "p-c3d0", Event: workshop.FacilitatorReleased{Person: "p-b04e"}},
	}
}

func frozenActions() []workshop.Record {
	return []workshop.Record{
		{Seq: 48, At: at(90, 0), By: "p-7f3a", Event: workshop.ActionPlanned{
			Action: 1, What: "Ask for “two” Fridays – and keep them", Owner: "p-b04e",
		}},
		{Seq: 49, At: at(91, 0), By: "p-7f3a", Event: workshop.ActionDropped{Action: 1}},
	}
}

func frozenPen() []workshop.Record {
	return []workshop.Record{
		{Seq: 50, At: at(92, 0), By: "p-b04e", Event: workshop.ClusterPlaced{Cluster: 2, Before: 1}},
		{Seq: 51, At: at(93, 0), By: "p-7f3a", Event: workshop.PenTaken{Section: workshop.SectionVision}},
		{Seq: 52, At: at(94, 0), By: "p-7f3a", Event: workshop.PenHanded{To: "p-b04e"}},
		{Seq: 53, At: at(95, 0), By: "p-b04e", Event: workshop.PenLaid{}},
		{Seq: 54, At: at(96, 0), By: "p-19c2", Via: "p-7f3a", Event: workshop.SentenceProposed{
			Section: workshop.SectionVision, Text: "We write “code” that we are proud of",
		}},
		{Seq: 55, At: at(97, 0), By: "p-b04e", Event: workshop.NotesKeptApart{Notes: [2]workshop.NoteID{2, 7}}},
	}
}

func frozenTime() []workshop.Record {
	agenda := workshop.Agenda{
		{Step: workshop.StepWelcome, Box: workshop.Minutes(4)},
		{Step: workshop.StepName, Box: workshop.Minutes(9), Solo: workshop.Span(150 * time.Second)},
		{Step: workshop.StepReserve, Box: workshop.Minutes(6)},
	}
	return []workshop.Record{
		{Seq: 56, At: at(98, 0), By: "p-7f3a", Event: workshop.AgendaPlanned{Agenda: agenda}},
		{Seq: 57, At: at(99, 0), By: "p-7f3a", Event: workshop.RepairUndone{
			Repair: workshop.EndLater, Agenda: agenda[:2], Sooner: workshop.Minutes(7),
		}},
		{Seq: 58, At: at(100, 0), By: "p-7f3a", Event: workshop.BreakStarted{
			Until: at(110, 0), Left: workshop.Span(-90 * time.Second),
		}},
		{Seq: 59, At: at(111, 0), By: "p-7f3a", Event: workshop.BreakEnded{
			Deadline: at(112, 30), Left: workshop.Span(30 * time.Second),
		}},
		{Seq: 60, At: at(112, 0), By: "p-7f3a", Event: workshop.BreakCounted{From: at(20, 10), Until: at(90, 0)}},
		{Seq: 61, At: at(113, 0), By: "p-7f3a", Event: workshop.WorkCounted{From: at(20, 10), Until: at(90, 0)}},
	}
}

func frozenConsent() []workshop.Record {
	return []workshop.Record{
		{Seq: 62, At: at(114, 0), By: "p-7f3a", Event: workshop.MethodChosen{Method: workshop.Consent}},
		{Seq: 63, At: at(115, 0), By: "p-b04e", Event: workshop.NominationChanged{
			From: "p-19c2", To: "p-b04e", Reason: "I do have “Fridays”",
		}},
		{Seq: 64, At: at(116, 0), By: "p-7f3a", Event: workshop.LeaderProposed{
			Proposal: 2, Person: "p-b04e", Terms: "for a year, with half a day a week",
		}},
		{Seq: 65, At: at(117, 0), By: "p-19c2", Via: "p-7f3a", Event: workshop.ConsentSignalled{
			Proposal: 2, Objects: true, Reason: "Half a day isn't enough",
		}},
		{Seq: 66, At: at(118, 0), By: "p-7f3a", Event: workshop.SignalsRevealed{Proposal: 2}},
	}
}

func frozenChecks() []workshop.Record {
	return []workshop.Record{
		{Seq: 67, At: at(62, 0), By: "p-7f3a", Event: workshop.CheckOpened{
			Check: 2, Until: "2026-03-21", Cards: []workshop.HealthCard{
				{ID: "safety", About: "Safety", Red: "We keep quiet & nod", Green: "We ask “stupid” questions – and thank for them"},
				{ID: "own-1", About: "Coffee", Red: "There is none", Green: "There is some"},
			},
		}},
		{Seq: 68, At: at(63, 0), By: "p-b04e", Event: workshop.AnswersGiven{Check: 2}},
		{Seq: 69, At: at(64, 0), By: "p-b04e", Event: workshop.AnswersChanged{Check: 2}},
		{Seq: 70, At: at(65, 0), By: "p-7f3a", Event: workshop.CheckClosed{Check: 2, Took: 6, Spreads: []workshop.Spread{
			{Card: "safety", Answered: 6, Red: 1, Yellow: 2, Green: 3, Sentences: []string{"<Mondays>", "Ünder pressure"}},
			{Card: "own-1", Answered: 4},
		}}},
		{Seq: 71, At: at(66, 0), By: "p-7f3a", Event: workshop.CheckAbandoned{Check: 3}},
		{Seq: 72, At: at(67, 0), By: "p-7f3a", Event: workshop.CardTurned{Check: 2, Turned: 1}},
		{Seq: 73, At: at(68, 0), By: "p-7f3a", Event: workshop.CheckPlanned{On: "2026-06-12"}},
	}
}

func frozenLife() []workshop.Record {
	return []workshop.Record{
		{Seq: 74, At: at(70, 0), By: "p-b04e", Event: workshop.ActionSettled{
			Action: 1, As: workshop.ActionMove, Why: "No “Friday” was free", Due: "2026-04-10",
		}},
		{Seq: 75, At: at(71, 0), By: "p-b04e", Event: workshop.OccasionNoted{
			Occasion: 2, Form: workshop.LeanCoffee, On: "2026-03-20", Topic: "Tests & trust – again",
			Minutes: "https://wiki.example/p?a=1&b=2",
		}},
		{Seq: 76, At: at(72, 0), By: "p-7f3a", Event: workshop.OccasionStruck{Occasion: 1}},
		{Seq: 77, At: at(73, 0), By: "p-b04e", Event: workshop.SponsorNamed{Name: "Renée Müller-Żak"}},
		{Seq: 78, At: at(74, 0), By: "p-7f3a", Event: workshop.TimeGranted{Weekly: 240}},
	}
}

func frozenAgain() []workshop.Record {
	return []workshop.Record{
		{Seq: 79, At: at(75, 0), By: "p-7f3a", Event: workshop.StandingHung{
			Step: workshop.StepVision,
			Entries: []workshop.Hung{
				{
					Prompt: workshop.PromptVision, Entry: 1, First: 12, Notes: []string{"Tests & trust – “always”", "No fear"},
					Cluster: 4, Title: "Trust",
				},
				{Prompt: workshop.PromptImportance, Entry: 2, First: 14, Notes: []string{"<Mondays> 🦦"}},
			},
			Statements: map[workshop.Section]string{workshop.SectionVision: "We release without fear."},
		}},
	}
}
