package workshop

import (
	"slices"

	"convene/workshop/text"
)

// Note is one idea. It is in exactly one place: withdrawn, parked, in one cluster, or standing alone.
type Note struct {
	ID        NoteID
	Prompt    Prompt
	Author    PersonID // nobody when it stood on the last canvas
	Text      string
	Revealed  bool      // on the common wall; before that, only its author sees it
	Withdrawn bool      // taken back by its author before the reveal
	Cluster   ClusterID // zero when it stands alone
	Parked    bool      // out of the canvas, not lost
	Standing  int       // the place of the entry of the last canvas that it hung in, from 1; zero when it was written here
	rev       Seq       // the last action on the board that touched it, for undo
	gist      text.Gist // what it is compared with others by
}

// onWall says whether the note can be seen and moved by everyone.
func (n *Note) onWall() bool { return n.Revealed && !n.Withdrawn }

// counts says whether somebody here has written the note, and not taken it back.
func (n *Note) counts() bool { return !n.Withdrawn && n.Standing == 0 }

// isIn says whether the note stands in a cluster, where everyone sees it.
func (n *Note) isIn(id ClusterID) bool { return n.Cluster == id && id != 0 && n.onWall() && !n.Parked }

// wallNote finds a note that is on the wall.
func (s State) wallNote(id NoteID) (Note, error) {
	if !s.Notes.has(int(id)) {
		return Note{}, ErrNoSuchNote
	}
	if n := s.Notes.at(int(id)); n.onWall() {
		return n, nil
	}
	return Note{}, ErrNoSuchNote
}

// ownNote finds a note that its author may still change.
func (s State) ownNote(by PersonID, id NoteID) (Note, error) {
	if !s.Notes.has(int(id)) {
		return Note{}, ErrNoSuchNote
	}
	n := s.Notes.at(int(id))
	switch {
	case n.Author != by || n.Withdrawn:
		return Note{}, ErrNoSuchNote
	case n.Revealed:
		return Note{}, ErrOnTheWall
	case n.Prompt.Step() != s.At.Step:
		return Note{}, ErrOtherStep
	}
	return n, nil
}

// cleanText cleans free text and refuses what is too long, and what is empty where that is a refusal.
func cleanText(typed string, limit int, empty, long error) (string, error) {
	t := text.Line(typed)
	switch {
	case t == "":
		return "", empty
	case text.Len(t) > limit:
		return "", long
	}
	return t, nil
}

// cleanNote cleans what is written for a prompt. A name has less room than an idea: it becomes the canvas's title.
func cleanNote(p Prompt, typed string) (string, error) {
	if p == PromptName {
		return cleanText(typed, MaxProposalLen, ErrNoteEmpty, ErrProposalLong)
	}
	return cleanText(typed, MaxNoteLen, ErrNoteEmpty, ErrNoteLong)
}

func (c WriteNote) decide(s State, e Envelope) ([]Event, error) {
	if c.Prompt.Step() != s.At.Step {
		return nil, ErrOtherStep
	}
	if err := s.mayWriteAt(e.At); err != nil {
		return nil, err
	}
	t, err := cleanNote(c.Prompt, c.Text)
	if err != nil {
		return nil, err
	}
	mine, written := 0, 0
	p, _ := s.Person(e.By)
	for _, id := range p.notes {
		if n := s.Notes.look(int(id)); n.Prompt == c.Prompt {
			written++
			if !n.Withdrawn {
				mine++
			}
		}
	}
	if mine >= MaxNotesPerPrompt || written >= maxWritten {
		return nil, ErrManyNotes
	}
	return []Event{NoteWritten{Note: NoteID(s.Notes.Len() + 1), Prompt: c.Prompt, Text: t}}, nil
}

func (v NoteWritten) evolve(s State, r Record) State {
	late := s.At.Phase != PhaseDiverge // in the grace after the reveal: it goes straight to the wall
	s.Notes = s.Notes.add(Note{ID: v.Note, Prompt: v.Prompt, Author: r.By, Text: v.Text, Revealed: late, gist: text.GistOf(v.Text)})
	s = s.withPerson(r.By, func(p *Person) {
		p.notes = slices.Concat(p.notes, []NoteID{NoteID(s.Notes.Len())})
		p.Done = p.Done && late // whoever goes on writing isn't done
	})
	if late {
		return s.withPairsOf(s.Notes.at(s.Notes.Len()))
	}
	return s
}

func (c RewordNote) decide(s State, e Envelope) ([]Event, error) {
	n, err := s.ownNote(e.By, c.Note)
	if err != nil {
		return nil, err
	}
	t, err := cleanNote(n.Prompt, c.Text)
	if err != nil {
		return nil, err
	}
	return []Event{NoteReworded{Note: c.Note, Text: t}}, nil
}

func (v NoteReworded) evolve(s State, r Record) State {
	s = s.withPerson(r.By, func(p *Person) { p.Done = false })
	return s.withNote(v.Note, func(n *Note) { n.Text, n.gist = v.Text, text.GistOf(v.Text) })
}

func (c WithdrawNote) decide(s State, e Envelope) ([]Event, error) {
	if _, err := s.ownNote(e.By, c.Note); err != nil {
		return nil, err
	}
	return []Event{NoteWithdrawn(c)}, nil
}

func (v NoteWithdrawn) evolve(s State, _ Record) State {
	return s.withNote(v.Note, func(n *Note) { n.Withdrawn = true })
}

func (v NotesRevealed) evolve(s State, r Record) State {
	s.revealed = r.At
	prompts := v.Step.Prompts()
	s.Notes = s.Notes.changed(func(n *Note) { n.Revealed = n.Revealed || slices.Contains(prompts, n.Prompt) })
	if v.Step == StepLeader {
		s.Nominations = revealed(s.Nominations)
	}
	return s.withPairs(v.Step)
}

// withNote returns the state with one note changed.
func (s State) withNote(id NoteID, change func(*Note)) State {
	n := s.Notes.at(int(id))
	change(&n)
	s.Notes = s.Notes.put(int(id), n)
	return s
}
