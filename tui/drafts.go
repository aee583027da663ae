package tui

import (
	"maps"
	"slices"
	"sync"

	"convene/workshop"
)

// Drafts are texts that were typed in one workshop and not sent: whose, and for what. They outlive the screen and the
// terminal, so that nobody loses a sentence because the phase, the size, the person at the keyboard or the connection
// changed. All terminals of a workshop share them, and each shows a person's to that person only. With them is kept what
// somebody carried on the board when their terminal went, to be told that it was put down. They are safe for concurrent
// use.
type Drafts struct {
	mu    sync.Mutex
	kept  map[draftKey]string
	hands map[workshop.PersonID]workshop.Spot
}

type draftKey struct {
	who    workshop.PersonID
	prompt workshop.Prompt
}

// NewDrafts has none.
func NewDrafts() *Drafts {
	return &Drafts{kept: make(map[draftKey]string), hands: make(map[workshop.PersonID]workshop.Spot)}
}

// dropped remembers what was in a person's hand when their terminal went.
func (d *Drafts) dropped(who workshop.PersonID, on workshop.Spot) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.hands[who] = on
}

// takeDropped is what a person carried when their terminal went, once; zero when it was nothing.
func (d *Drafts) takeDropped(who workshop.PersonID) workshop.Spot {
	d.mu.Lock()
	defer d.mu.Unlock()
	on := d.hands[who]
	delete(d.hands, who)
	return on
}

// of is a person's draft for a prompt; empty when there is none.
func (d *Drafts) of(who workshop.PersonID, p workshop.Prompt) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.kept[draftKey{who, p}]
}

// keep remembers a draft; an empty one is forgotten.
func (d *Drafts) keep(who workshop.PersonID, p workshop.Prompt, text string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if text == "" {
		delete(d.kept, draftKey{who, p})
		return
	}
	d.kept[draftKey{who, p}] = text
}

// all is a copy of everything that is kept.
func (d *Drafts) all() map[draftKey]string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return maps.Clone(d.kept)
}

// writers lists who has begun a note for the present step and not added it.
func (d *Drafts) writers(v workshop.View) []string {
	var names []string
	for _, p := range participants(v) {
		if slices.ContainsFunc(v.At.Step.Prompts(), func(q workshop.Prompt) bool { return d.of(p.ID, q) != "" }) {
			names = append(names, p.Name)
		}
	}
	return names
}
