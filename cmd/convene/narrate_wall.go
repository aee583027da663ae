package main

import (
	"strings"

	"convene/workshop"
	"convene/workshop/tongue"
)

// wall tells what happened to notes and clusters. A note is told without its author: on the wall an idea is judged by
// itself, and the minutes keep to that.
func (n narrator) wall() string {
	switch v := n.record.Event.(type) {
	case workshop.NoteWritten:
		if n.private {
			return n.Say("a private note was written (%s)", n.prompt(v.Prompt))
		}
		return n.Say("note %s (%s): %s", v.Note, n.prompt(v.Prompt), v.Text)
	case workshop.NoteReworded:
		if n.private {
			return n.Say("a private note was worded anew")
		}
		return n.Say("note %s was worded anew: %s", v.Note, v.Text)
	case workshop.NoteWithdrawn:
		return n.Say("a private note was taken back")
	case workshop.NotesMoved:
		if v.Cluster == 0 {
			return n.Say("%s let %s stand alone", n.actor(), n.notes(v.Notes))
		}
		return n.Say("%s moved %s to %s", n.actor(), n.notes(v.Notes), n.cluster(v.Cluster))
	case workshop.NotesParked:
		return n.Say("%s parked %s", n.actor(), n.notes(v.Notes))
	case workshop.NotesKeptApart:
		return n.Say("%s said that %s are two ideas", n.actor(), n.notes(v.Notes[:]))
	case workshop.ActionUndone:
		return n.Say("%s took back their own last action on the board", n.actor())
	case workshop.SpotlightPut:
		return n.spotlight(v.On)
	case workshop.StatementWritten:
		return n.statement(v)
	case workshop.PenTaken, workshop.PenHanded, workshop.PenLaid, workshop.SentenceProposed:
		return n.pen()
	default:
		return n.clusters()
	}
}

// clusters tells how clusters came to be, and what became of them.
func (n narrator) clusters() string {
	switch v := n.record.Event.(type) {
	case workshop.ClusterFormed:
		out := n.Say("%s put %s together", n.actor(), n.notes(v.Notes))
		if v.Title != "" {
			out = n.Say("%s: %s", out, v.Title)
		}
		return out
	case workshop.ClusterTitled:
		if v.Title == "" {
			return n.Say("%s took the title of %s away", n.actor(), n.cluster(v.Cluster))
		}
		return n.Say("%s gave cluster %d its title: %s", n.actor(), v.Cluster, v.Title)
	case workshop.ClustersMerged:
		return n.Say("%s merged %s into %s", n.actor(), n.cluster(v.From), n.cluster(v.Into))
	case workshop.ClusterPlaced:
		if v.Before == 0 {
			return n.Say("%s put %s last in its column", n.actor(), n.cluster(v.Cluster))
		}
		return n.Say("%s put %s before %s", n.actor(), n.cluster(v.Cluster), n.cluster(v.Before))
	default:
		return n.record.Event.Kind()
	}
}

func (n narrator) statement(v workshop.StatementWritten) string {
	switch section := n.section(v.Section); {
	case n.to != toKeeper && v.Text == "":
		return n.Say("the statement was taken away (%s)", section)
	case n.to != toKeeper:
		return n.Say("the statement was written (%s): %s", section, v.Text)
	case v.Text == "":
		return n.Say("%s took the statement away (%s)", n.actor(), section)
	default:
		return n.Say("%s wrote the statement (%s): %s", n.actor(), section, v.Text)
	}
}

// pen tells who writes, which all see, and what others propose, of which all see the words.
func (n narrator) pen() string {
	switch v := n.record.Event.(type) {
	case workshop.PenTaken:
		return n.Say("%s took the pen for the statement (%s)", n.actor(), n.section(v.Section))
	case workshop.PenHanded:
		if n.to != toKeeper {
			return n.Say("%s was handed the pen", n.name(v.To))
		}
		return n.Say("%s handed the pen to %s", n.actor(), n.name(v.To))
	case workshop.SentenceProposed:
		if n.to != toKeeper {
			return n.Say("words were proposed for the statement (%s): %s", n.section(v.Section), v.Text)
		}
		return n.Say("%s proposed words for the statement (%s): %s", n.actor(), n.section(v.Section), v.Text)
	default:
		if n.to != toKeeper {
			return n.Say("the pen was laid down")
		}
		return n.Say("%s laid the pen down", n.actor())
	}
}

func (n narrator) spotlight(on workshop.Spot) string {
	switch {
	case on.Note != 0:
		return n.Say("%s put the spotlight on %s", n.actor(), on.Note)
	case on.Cluster != 0:
		return n.Say("%s put the spotlight on %s", n.actor(), n.cluster(on.Cluster))
	default:
		return n.Say("%s put the spotlight out", n.actor())
	}
}

// cluster is how a cluster is called before the record: by its title, or else by its number.
func (n narrator) cluster(id workshop.ClusterID) string {
	for c := range n.before.Clusters.All() {
		if c.ID == id && c.Title != "" {
			return n.Say("cluster “%s”", c.Title)
		}
	}
	return n.Say("cluster %d", id)
}

// notes are note numbers in a row, "#4, #7 and #12".
func (n narrator) notes(ids []workshop.NoteID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = id.String()
	}
	return enumerate(n.Tongue, all)
}

// enumerate is "a", "a and b", "a, b and c".
func enumerate(l tongue.Tongue, all []string) string {
	last := len(all) - 1
	if last <= 0 {
		return strings.Join(all, "")
	}
	return l.Say("%s and %s", strings.Join(all[:last], ", "), all[last])
}

// hung tells what of the last canvas was put beside what was written.
func (n narrator) hung(v workshop.StandingHung) string {
	notes := 0
	for _, e := range v.Entries {
		notes += len(e.Notes)
	}
	if notes == 0 {
		return n.Say("the statement of the last canvas stands again: %s", stepName(n.after, v.Step))
	}
	return n.Count(notes, "%d note of the last canvas was hung beside them: %s",
		"%d notes of the last canvas were hung beside them: %s", notes, stepName(n.after, v.Step))
}
