package tui

import (
	"slices"
	"unique"

	"convene/tui/theme"
	"convene/workshop"
)

// Most people at a workshop look, most of the time, at what all of them see. Their picture is drawn once for all who look at it in the
// same way, from a view in which nobody is: nothing of a person can be in it, because nothing of a person is there to be drawn.

// onlooking is a screen at which one may be without doing anything of one's own.
type onlooking interface {
	screen
	// onlooker is how its person looks: a comparable value on which, beside what all may see, the picture depends; nil when they do
	// something of their own.
	onlooker(st stage) any
	// same is a screen for somebody else who looks so. It may use what this one remembers while it is drawn, and not after.
	same(look any) onlooking
	// found is what of a screen stays with its picture, for all who get that: nothing that takes much room.
	found() screen
	// drawn takes over from that screen what drawing has found out, such as what is seen of a wall.
	drawn(as screen)
}

// onlooker is what tells the pictures apart of those who look at the same moment.
type onlooker struct {
	look          any // nil: only the header is meant
	theme         *theme.Theme
	width, height int
	mouse         bool
	like          likeness
	left, rest    clockTime // of the time box, and of a break
	minute        int64     // of the time: what else is said of time is said to the minute
}

// likeness is what a picture may show of a person: all who get it are alike in that. It is none of their texts, nor who they are.
type likeness struct {
	role              workshop.Role
	hasVoted, canUndo bool
	hasHand           bool
	level             int
	hasSignal         bool
	signal            workshop.Signal
}

func likenessOf(m workshop.Mine) likeness {
	return likeness{m.MyRole, m.HasVoted, m.CanUndo, m.HasHand, m.Hand.Level, m.HasSignal, m.Signal}
}

// mine is that as somebody's view has it.
func (l likeness) mine() workshop.Mine {
	return workshop.Mine{
		Me: somebody, Standing: workshop.Seated, MyRole: l.role, HasVoted: l.hasVoted, CanUndo: l.canUndo,
		HasHand: l.hasHand, Hand: workshop.Hand{Level: l.level}, HasSignal: l.hasSignal, Signal: l.signal,
	}
}

// somebody stands in a picture for whoever looks.
const somebody workshop.PersonID = "somebody"

// common is the picture that others see too; nil when this one is somebody's own.
func (a *App) common(st stage) []string {
	s, ok := a.screen.(onlooking)
	if !ok || a.view.Memo == nil || !a.undisturbed() {
		return nil
	}
	look := s.onlooker(st)
	if look == nil {
		return nil
	}
	as := a.looksAs(look, st)
	type picture struct {
		lines []string
		by    screen
	}
	p := a.view.Once(as, func() any {
		like := s.same(look)
		return picture{a.onlooker(as.Value(), like).ownLines(), like.found()}
	}).(picture)
	s.drawn(p.by)
	if a.seatCode() == "" {
		return p.lines
	}
	lines := append([]string(nil), p.lines...)
	lines[len(lines)-2] = a.rule() // which is the only line that is the person's own
	return lines
}

// commonHeader is the header that others see too, of those whose screens are undisturbed.
func (a *App) commonHeader(st stage) string {
	as := a.looksAs(nil, st)
	return a.view.Once(as, func() any {
		o := a.onlooker(as.Value(), nil)
		return o.header(o.stage())
	}).(string)
}

// looksAs is how the person looks at this moment. It is interned, since it is hardly ever another than at the last picture.
func (a *App) looksAs(look any, st stage) unique.Handle[onlooker] {
	as := onlooker{
		look: look, theme: a.theme, width: a.width, height: a.height, mouse: a.mouse,
		like: likenessOf(a.view.Mine), left: clockTimeOf(a.view.Clock.Remaining(st.now)), minute: st.now.Unix() / 60,
	}
	if b := a.view.Break; b.On() {
		as.rest = clockTimeOf(workshop.Span(b.Until.Sub(st.now)))
	}
	if a.looking == (unique.Handle[onlooker]{}) || a.looking.Value() != as {
		a.looking = unique.Make(as)
	}
	return a.looking
}

// undisturbed says whether there is nothing on the screen but what belongs to the place where the group is, for somebody who has a seat
// there and does not facilitate.
func (a *App) undisturbed() bool {
	return a.config.Served && !a.config.Wall && a.seat != nil && a.booth == nil && a.rehearsal == nil && len(a.dialogs) == 0 &&
		!a.view.Live.Unsaved && !a.view.Live.Unreadable && !a.toastShows() && !a.tooSmall() && !outside(a.view) && !facilitates(a.view)
}

// onlooker is an App at which nobody sits, with the screen of somebody who looks as told.
func (a *App) onlooker(as onlooker, at screen) *App {
	v := workshop.View{Shared: a.view.Shared, Live: a.view.Live, Mine: as.like.mine(), Memo: a.view.Memo}
	v.Live.Pointers = slices.DeleteFunc(slices.Clone(v.Live.Pointers), func(p workshop.Pointer) bool { return p.Person == a.view.Me })
	return &App{
		config: Config{Served: true, Now: a.config.Now, Door: a.config.Door}, ctx: a.ctx, theme: as.theme, keys: a.keys,
		width: as.width, height: as.height, mouse: as.mouse, drafts: NewDrafts(), seat: vacant{}, own: v, view: v, screen: at,
	}
}

// vacant is a seat without anybody. A picture asks it nothing.
type vacant struct{ Seat }
