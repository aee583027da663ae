package main

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// wall tells what happened to notes and clusters. A note is told without its author: on the wall an idea is judged by
// itself, and the minutes keep to that.
func (n narrator) wall() string {
	switch v := n.record.Event.(type) {
	case workshop.NoteWritten:
		if n.private {
			return fmt.Sprintf("a private note was written (%s)", v.Prompt)
		}
		return fmt.Sprintf("note %s (%s): %s", v.Note, v.Prompt, v.Text)
	case workshop.NoteReworded:
		if n.private {
			return "a private note was worded anew"
		}
		return fmt.Sprintf("note %s was worded anew: %s", v.Note, v.Text)
	case workshop.NoteWithdrawn:
		return "a private note was taken back"
	case workshop.ClusterFormed:
		return fmt.Sprintf("%s put %s together%s", n.actor(), notes(v.Notes), titled(v.Title))
	case workshop.NotesMoved:
		if v.Cluster == 0 {
			return fmt.Sprintf("%s let %s stand alone", n.actor(), notes(v.Notes))
		}
		return fmt.Sprintf("%s moved %s to %s", n.actor(), notes(v.Notes), n.cluster(v.Cluster))
	case workshop.ClusterTitled:
		if v.Title == "" {
			return fmt.Sprintf("%s took the title of %s away", n.actor(), n.cluster(v.Cluster))
		}
		return fmt.Sprintf("%s gave cluster %d its title: %s", n.actor(), v.Cluster, v.Title)
	case workshop.ClustersMerged:
		return fmt.Sprintf("%s merged %s into %s", n.actor(), n.cluster(v.From), n.cluster(v.Into))
	case workshop.NotesParked:
		return fmt.Sprintf("%s parked %s", n.actor(), notes(v.Notes))
	case workshop.ClusterPlaced:
		if v.Before == 0 {
			return fmt.Sprintf("%s put %s last in its column", n.actor(), n.cluster(v.Cluster))
		}
		return fmt.Sprintf("%s put %s before %s", n.actor(), n.cluster(v.Cluster), n.cluster(v.Before))
	case workshop.NotesKeptApart:
		return fmt.Sprintf("%s said that %s are two ideas", n.actor(), notes(v.Notes[:]))
	case workshop.ActionUndone:
		return n.actor() + " took back their own last action on the board"
	case workshop.SpotlightPut:
		return n.spotlight(v.On)
	case workshop.StatementWritten:
		switch {
		case n.nameless && v.Text == "":
			return fmt.Sprintf("the statement was taken away (%s)", v.Section)
		case n.nameless:
			return fmt.Sprintf("the statement was written (%s): %s", v.Section, v.Text)
		case v.Text == "":
			return fmt.Sprintf("%s took the statement away (%s)", n.actor(), v.Section)
		default:
			return fmt.Sprintf("%s wrote the statement (%s): %s", n.actor(), v.Section, v.Text)
		}
	case workshop.PenTaken, workshop.PenHanded, workshop.PenLaid, workshop.SentenceProposed:
		return n.pen()
	default:
		return n.record.Event.Kind()
	}
}

func (n narrator) pen() string {
	switch v := n.record.Event.(type) {
	case workshop.PenTaken:
		return fmt.Sprintf("%s took the pen for the statement (%s)", n.actor(), v.Section)
	case workshop.PenHanded:
		return fmt.Sprintf("%s handed the pen to %s", n.actor(), n.name(v.To))
	case workshop.SentenceProposed:
		return fmt.Sprintf("%s proposed words for the statement (%s): %s", n.actor(), v.Section, v.Text)
	default:
		return n.actor() + " laid the pen down"
	}
}

func (n narrator) spotlight(on workshop.Spot) string {
	switch {
	case on.Note != 0:
		return fmt.Sprintf("%s put the spotlight on %s", n.actor(), on.Note)
	case on.Cluster != 0:
		return fmt.Sprintf("%s put the spotlight on %s", n.actor(), n.cluster(on.Cluster))
	default:
		return n.actor() + " put the spotlight out"
	}
}

// cluster is how a cluster is called before the record: by its title, or else by its number.
func (n narrator) cluster(id workshop.ClusterID) string {
	for c := range n.before.Clusters.All() {
		if c.ID == id && c.Title != "" {
			return "cluster " + quoted(c.Title)
		}
	}
	return fmt.Sprintf("cluster %d", id)
}

func titled(title string) string {
	if title == "" {
		return ""
	}
	return ": " + title
}

func quoted(s string) string { return "“" + s + "”" }

// notes are note numbers in a row, "#4, #7 and #12".
func notes(ids []workshop.NoteID) string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = id.String()
	}
	return enumerate(all)
}

// enumerate is "a", "a and b", "a, b and c".
func enumerate(all []string) string {
	last := len(all) - 1
	if last <= 0 {
		return strings.Join(all, "")
	}
	return strings.Join(all[:last], ", ") + " and " + all[last]
}
