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
	mu      sync.Mutex
	kept    map[draftKey]string
	hands   map[workshop.PersonID]workshop.Spot
	answers map[workshop.PersonID]answers // in a health check
	counted workshop.CheckID              // the last one whose answers are counted
}

type draftKey struct {
	who    workshop.PersonID
	prompt workshop.Prompt
	aside  int // zero is the note that is being written; from one on, texts that wait behind it
}

// NewDrafts has none.
func NewDrafts() *Drafts {
	return &Drafts{
		kept: make(map[draftKey]string), hands: make(map[workshop.PersonID]workshop.Spot),
		answers: make(map[workshop.PersonID]answers),
	}
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
	return d.at(draftKey{who: who, prompt: p})
}

// keep remembers a draft; an empty one is forgotten.
func (d *Drafts) keep(who workshop.PersonID, p workshop.Prompt, text string) {
	d.put(draftKey{who: who, prompt: p}, text)
}

func (d *Drafts) at(k draftKey) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.kept[k]
}

func (d *Drafts) put(k draftKey, text string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.set(k, text)
}

// set is put, under the lock.
func (d *Drafts) set(k draftKey, text string) {
	if text == "" {
		delete(d.kept, k)
		return
	}
	d.kept[k] = text
}

// setAside keeps a text behind the draft for a prompt, which stays what it is, and behind others that wait there already.
func (d *Drafts) setAside(who workshop.PersonID, p workshop.Prompt, text string) draftKey {
	d.mu.Lock()
	defer d.mu.Unlock()
	k := draftKey{who, p, 1}
	for d.kept[k] != "" {
		k.aside++
	}
	d.set(k, text)
	return k
}

// forward makes a text that waits the draft, and lets the draft wait in its place.
func (d *Drafts) forward(k draftKey) {
	d.mu.Lock()
	defer d.mu.Unlock()
	first := draftKey{who: k.who, prompt: k.prompt}
	before, now := d.kept[first], d.kept[k]
	d.set(k, before)
	d.set(first, now)
}

// resume is a person's draft for a prompt; when there is none, one of those that wait becomes it.
func (d *Drafts) resume(who workshop.PersonID, p workshop.Prompt) string {
	d.mu.Lock()
	defer d.mu.Unlock()
	first := draftKey{who: who, prompt: p}
	if d.kept[first] != "" {
		return d.kept[first]
	}
	next := first
	for k := range d.kept {
		if k.who == who && k.prompt == p && (next.aside == 0 || k.aside < next.aside) {
			next = k
		}
	}
	text := d.kept[next]
	d.set(next, "")
	d.set(first, text)
	return text
}

// some says whether a person has any draft for one of the prompts.
func (d *Drafts) some(who workshop.PersonID, prompts ...workshop.Prompt) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	for k := range d.kept {
		if k.who == who && slices.Contains(prompts, k.prompt) {
			return true
		}
	}
	return false
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
		if d.some(p.ID, v.At.Step.Prompts()...) {
			names = append(names, p.Name)
		}
	}
	return names
}
