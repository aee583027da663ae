package tui

import (
	"strings"
	"sync"

	"charm.land/bubbles/v2/key"

	"convene/workshop/tongue"
)

// keyMap is every key of the program with its help text. Screens and App pick from it, so that the footer and the
// help write themselves.
type keyMap struct {
	// Everywhere.
	help, helpF1, back, leave, up, down, left, right, next, pageUp, pageDown key.Binding
	yes, no, enter, shade, mouse, mute                                       key.Binding
	// Coming in.
	come, seatCode key.Binding
	// The lobby.
	create, open, look, rehearse key.Binding
	// A rehearsal.
	pause, faster, slower key.Binding
	// The facilitator.
	advance, stepBack, farBack, clock, more, less, add, booth, vote, repair, remove, statement, canvas key.Binding
	noLeader, lock, atDoor, role, revote, rest, agenda                                                 key.Binding
	// Writing.
	write, edit, after, done, minute, prompt key.Binding
	// The board.
	spotlight, grab, drop, title, mark, merge, split, park, undo, plan key.Binding
	into, find, fold, foldAll, earlier, later, handPen, pairs, unplan  key.Binding
	diagram                                                            key.Binding
	// Alignment, ballots, nominations.
	hand, dot, strength, cast, nominate, accept, decline, consent, object key.Binding
	// The canvas.
	markdown, html, json key.Binding
}

func bind(desc, shown string, keys ...string) key.Binding {
	if shown == "" {
		shown = keys[0]
	}
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, desc))
}

// theKeys are the same at every terminal. Nobody changes them: what a screen calls otherwise it calls so in a copy.
var theKeys = sync.OnceValue(newKeyMap)

func newKeyMap() *keyMap {
	return &keyMap{
		help:     bind("help", "", "?", "f1"),
		helpF1:   bind("help", "F1", "f1"), // where a question mark is text
		back:     bind("back", "", "esc"),
		leave:    bind("leave", "", "ctrl+c"),
		up:       bind("up", "↑", "up", "k"),
		down:     bind("down", "↓", "down", "j"),
		left:     bind("left", "←", "left", "h"),
		right:    bind("right", "→", "right", "l"),
		next:     bind("next pane", "tab", "tab"),
		pageUp:   bind("scroll up", "pgup", "pgup"),
		pageDown: bind("scroll down", "pgdn", "pgdown"),
		yes:      bind("yes", "", "y", "Y"),
		no:       bind("no", "", "n", "N"),
		enter:    bind("choose", "enter", "enter"),
		shade:    bind("light or dark", "", "ctrl+b"),
		mouse:    bind("mouse on or off", "", "ctrl+g"),
		mute:     bind("mute the bell", "", "ctrl+o"),

		come:     bind("come in", "", "enter"),
		seatCode: bind("I have a seat code", "", "tab"),

		create: bind("new workshop", "", "n"),
		open:   bind("open", "", "enter"),
		look:   bind("look at the canvas", "", "c"),

		rehearse: bind("rehearse", "", "r"),

		pause:  bind("pause the rehearsal", "", "ctrl+s"),
		faster: bind("faster", "shift+→", "shift+right"),
		slower: bind("slower", "shift+←", "shift+left"),

		advance:   bind("next", "", "n"),
		stepBack:  bind("back", "", "b"),
		farBack:   bind("back to", "", "B"),
		clock:     bind("clock", "", "t"),
		more:      bind("minute more", "", "+", "="),
		less:      bind("minute less", "", "-"),
		add:       bind("add a person", "", "a"),
		booth:     bind("booth", "", "o"),
		vote:      bind("open or close the vote", "", "v"),
		revote:    bind("vote again", "", "V"),
		repair:    bind("what can give?", "", "r"),
		rest:      bind("a break", "", "T"),
		remove:    bind("remove a person", "", "K"),
		statement: bind("statement", "", "w"),
		canvas:    bind("canvas", "", "c"),
		noLeader:  bind("no leader yet", "", "N"),
		lock:      bind("lock the door", "", "L"),
		atDoor:    bind("answer the door", "", "A"),
		role:      bind("co-facilitator", "", "C"),
		agenda:    bind("plan the time", "", "g"),

		write:  bind("add", "enter", "enter"),
		edit:   bind("edit the latest", "↑", "up"),
		after:  bind("the one after", "↓", "down"),
		done:   bind("I'm done", "", "ctrl+d"),
		minute: bind("one more minute", "", "ctrl+t"),
		prompt: bind("other question", "tab", "tab"),

		spotlight: bind("spotlight", "enter", "enter"),
		grab:      bind("grab", "space", "space"),
		drop:      bind("drop", "space", "space"),
		title:     bind("title", "", "e"),
		mark:      bind("mark", "", "M"),
		merge:     bind("merge the marked", "", "m"),
		split:     bind("split off", "", "x"),
		park:      bind("park", "", "p"),
		undo:      bind("undo my last", "", "u"),
		into:      bind("into a cluster", "", "i"),
		pairs:     bind("nearly the same", "", "d"),
		handPen:   bind("hand the pen on", "", "ctrl+p"),
		find:      bind("find", "", "/"),
		fold:      bind("fold", "", "f"),
		foldAll:   bind("fold all", "", "F"),
		earlier:   bind("move it up", "<", "<", "shift+up"),
		later:     bind("move it down", ">", ">", "shift+down"),
		plan:      bind("plan a first action", "enter", "enter"),
		unplan:    bind("drop a first action", "", "x"),
		diagram:   bind("diagram or board", "tab", "tab"),

		hand:     bind("raise your hand", "0-5", "0", "1", "2", "3", "4", "5"),
		dot:      bind("put or take", "space", "space"),
		strength: bind("strength", "1-5", "1", "2", "3", "4", "5"),
		cast:     bind("into the box", "enter", "enter"),
		nominate: bind("nominate", "enter", "enter"),
		accept:   bind("accept", "", "y"),
		decline:  bind("decline", "", "d"),
		consent:  bind("consent", "", "c"),
		object:   bind("object, and say why", "", "o"),

		markdown: bind("save as Markdown", "", "m"),
		html:     bind("save as HTML", "", "H"),
		json:     bind("save as JSON", "", "J"),
	}
}

// named is a binding with another help text, for a place where it means something narrower.
func named(b key.Binding, desc string) key.Binding {
	h := b.Help()
	b.SetHelp(h.Key, desc)
	return b
}

// upDown is the two keys as one: what they do, they do in both directions.
func (k *keyMap) upDown(desc string) key.Binding {
	return bind(desc, k.up.Help().Key+k.down.Help().Key, append(k.down.Keys(), k.up.Keys()...)...)
}

// keyName is what a key is called. Those that have a word on them have another one elsewhere.
func keyName(l tongue.Tongue, b key.Binding) string {
	switch name := b.Help().Key; name {
	case "enter":
		return l.Say("enter")
	case "space":
		return l.Say("space")
	case "backspace":
		return l.Say("backspace")
	default:
		if one, other, two := strings.Cut(name, " or "); two {
			return l.Say("%s or %s", one, other)
		}
		return name
	}
}
