package tui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"

	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// plans says whether this person may plan first actions here: everyone who has a seat when the group looks at its canvas, and
// who facilitates from the diagram of the forces, while all talk about it.
func plans(v workshop.View) bool {
	if v.Me == "" || !v.Ended.IsZero() || v.Vote.ID != 0 || !v.At.Plan() {
		return false
	}
	return v.At.Phase == workshop.PhaseCanvas || v.MyRole == workshop.Facilitator && v.Canvas.Forces != nil
}

// planKeys has the key that plans a first action, where there is one to be planned.
func planKeys(st stage) []key.Binding {
	switch {
	case !plans(st.view):
		return nil
	case st.view.At.Phase != workshop.PhaseCanvas && len(st.view.Canvas.Actions) > 0:
		return []key.Binding{named(st.keys.plan, "first actions")}
	default:
		return []key.Binding{st.keys.plan}
	}
}

// firstAction is one that is being planned: from what will be done to who sees to it and by when. A way back leads from each
// question to the one before, and nothing that was typed is lost on it.
type firstAction struct {
	view   workshop.View
	today  workshop.Day
	leader bool   // it is the leader's to see to
	help   string // says what to think of
	check  workshop.CheckID
	card   workshop.CardID // of the health check that it follows from; empty for others
}

// planAction is what enter does where first actions are planned: at the canvas it offers what is easily forgotten, on the
// diagram something against the strongest restraining force; and there those that are planned can be dropped as well.
func planAction(st stage) action {
	v := st.view
	p := firstAction{
		view: v, today: v.Today(st.now),
		help: tongue.Mark("The smallest step that eases what holds us back. Next: who sees to it."),
	}
	full := len(v.Canvas.Actions) >= workshop.MaxActions
	switch {
	case v.At.Phase == workshop.PhaseCanvas && full:
		return refuse(workshop.ErrManyActions)
	case v.At.Phase == workshop.PhaseCanvas:
		return show{p.choose()}
	case len(v.Canvas.Actions) == 0:
		return show{p.askWhat(p.weaken())}
	}
	d := &pickDialog{title: tongue.Mark("First actions")}
	if !full {
		d.items = append(d.items, pickItem{label: in(v).Say("Plan another"), then: show{p.askWhat(p.weaken())}})
	}
	for _, a := range v.Canvas.Actions {
		d.items = append(d.items, pickItem{label: in(v).Say("Drop: %s", a.What), note: in(v).Owner(a), then: askToDrop(in(v), a)})
	}
	return show{d}
}

// choose offers ready-made first actions: what a community needs and has not planned yet, and what would ease what slows it
// down most. With nothing of the kind left, it asks at once.
func (p firstAction) choose() dialog {
	own := firstAction{
		view: p.view, today: p.today,
		help: tongue.Mark("The smallest step that gets the community going. Next: who sees to it."),
	}
	d := &pickDialog{title: tongue.Mark("A first action: choose one")}
	for _, r := range forgotten(p.view) {
		q := firstAction{view: p.view, today: p.today, leader: r.leader, help: r.help}
		d.items = append(d.items, pickItem{label: in(p.view).Marked(r.label), then: show{q.askWhat(in(p.view).Marked(r.what))}})
	}
	if weaken := p.weaken(); weaken != "" {
		d.items = append(d.items, pickItem{label: in(p.view).Say("Ease what slows us down"), then: show{p.askWhat(weaken)}})
	}
	if len(d.items) == 0 {
		return own.askWhat("")
	}
	d.items = append(d.items, pickItem{label: in(p.view).Say("In your own words"), then: show{own.askWhat("")}})
	return d
}

// weaken is an action against the strongest restraining force against which nothing is planned yet; empty when there is none.
func (p firstAction) weaken() string {
	if p.view.Canvas.Forces == nil {
		return ""
	}
	l := in(p.view)
	for _, f := range strongest(p.view.Canvas.Forces.SlowDown) {
		room := workshop.MaxActionLen - text.Len(l.Say("Weaken: %s", ""))
		title := text.Clip(f.Title, room) // as much of a long note as an action has room for
		against := func(a workshop.Planned) bool { return hasWords(a.What, title) }
		if f.Strength > 0 && !slices.ContainsFunc(p.view.Canvas.Actions, against) {
			return l.Say("Weaken: %s", title)
		}
	}
	return ""
}

// hasWords says whether a text has these words in it as words: "IT" is neither in "ITEMS" nor in "COMMIT".
func hasWords(s, words string) bool {
	goesOn := func(r rune) bool { return unicode.In(r, unicode.L, unicode.M, unicode.N) }
	for from := 0; ; from++ {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return false
		}
		from += i
		before, _ := utf8.DecodeLastRuneInString(s[:from])
		after, _ := utf8.DecodeRuneInString(s[from+len(words):])
		if !goesOn(before) && !goesOn(after) {
			return true
		}
	}
}

// askWhat asks what is to be done first, beginning with a proposal, and then who sees to it.
func (p firstAction) askWhat(proposal string) *inputDialog {
	title := in(p.view).Say("A first action: what will be done?")
	if p.view.Community != nil {
		title = in(p.view).Say("What will be done?")
	}
	return newInputDialog(title, p.help, in(p.view).Say("choose who"), proposal, p.askOwner)
}

// askOwner asks who sees to an action, and then by when. What the rules would refuse is refused before anybody is picked.
func (p firstAction) askOwner(what string) action {
	what = text.Line(what)
	switch {
	case what == "":
		return refuse(workshop.ErrActionEmpty)
	case text.Len(what) > workshop.MaxActionLen:
		return refuse(workshop.ErrActionLong)
	}
	d := &pickDialog{title: in(p.view).Say("Who sees to it? %s", what), left: func() action { return show{p.askWhat(what)} }}
	for _, who := range p.owners() {
		d.items = append(d.items, pickItem{label: who.Name, note: p.role(who), then: p.askDay(what, who)})
	}
	if len(d.items) == 0 {
		return say{text: "Nobody is here yet.", tone: sorry}
	}
	return show{d}
}

// owners are those who take part: the leader first where it is the leader's matter, then the person at the keyboard.
func (p firstAction) owners() []workshop.Presence {
	all := participants(p.view)
	rank := func(q workshop.Presence) int {
		switch {
		case p.leader && q.ID == p.view.Leadership.Leader:
			return 0
		case q.ID == p.view.Me:
			return 1
		default:
			return 2
		}
	}
	slices.SortStableFunc(all, func(a, b workshop.Presence) int { return rank(a) - rank(b) })
	return all
}

func (p firstAction) role(who workshop.Presence) string {
	switch {
	case who.ID == p.view.Me:
		return in(p.view).Say("you")
	case who.ID == p.view.Leadership.Leader:
		return in(p.view).Say("leads")
	default:
		return ""
	}
}

// askDay asks by when somebody sees to it.
func (p firstAction) askDay(what string, who workshop.Presence) action {
	l := in(p.view)
	return pickDay{
		title: l.Say("By when? %s", what), today: p.today, ahead: weeksAhead(l), none: l.Say("no date"), verb: l.Say("plan it"),
		then: func(due workshop.Day, typed bool) action {
			said := l.Say("Planned: %s sees to it.", who.Name)
			if due != "" {
				said = l.Say("Planned: %s sees to it by %s.", who.Name, l.Due(due))
			}
			c := workshop.PlanAction{What: what, Owner: who.ID, Due: due, Check: p.check, Card: p.card}
			if typed {
				return send{command: c, said: said, then: closeBooth{}}
			}
			return p.plan(c, said)
		},
		left: func() action { return p.askOwner(what) },
	}.ask(l)
}

// plan sends the action. When it is refused, the words are there to be changed, where that can still help.
func (p firstAction) plan(c workshop.PlanAction, said string) action {
	return send{command: c, said: said, then: closeBooth{}, refused: func(v workshop.View) action {
		there := func(a workshop.Planned) bool { return strings.EqualFold(a.What, c.What) }
		if v.Community == nil && !plans(v) || slices.ContainsFunc(v.Canvas.Actions, there) {
			return nil
		}
		return show{p.askWhat(c.What)}
	}}
}
