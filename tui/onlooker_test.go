package tui

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// remembered is the Memo of a moment, without a bound.
type remembered struct{ known sync.Map }

func (r *remembered) Once(key any, work func() any) any {
	result, _ := r.known.LoadOrStore(key, sync.OnceValue(work))
	return result.(func() any)()
}

// momentSeat is a place whose person sees a moment together with the others.
type momentSeat struct {
	stageSeat
	memo     *workshop.Memo
	pointing *[]workshop.Pointer
}

func (s momentSeat) View() workshop.View {
	v := s.stageSeat.View()
	v.Memo, v.Live.Pointers = *s.memo, *s.pointing
	return v
}

// onlookers are people at their terminals, each of whom has a twin at whose terminal nothing is shared.
type onlookers struct {
	stage    *Stage
	memo     workshop.Memo
	none     workshop.Memo
	pointers []workshop.Pointer
	with     map[workshop.PersonID]*App
	without  map[workshop.PersonID]*App
}

func onlook(t *testing.T, s *Stage, people ...workshop.PersonID) *onlookers {
	o := &onlookers{stage: s, memo: new(remembered), with: map[workshop.PersonID]*App{}, without: map[workshop.PersonID]*App{}}
	for _, p := range people {
		for at, memo := range map[*map[workshop.PersonID]*App]*workshop.Memo{&o.with: &o.memo, &o.without: &o.none} {
			a := appOf(t, s, p, 100, 30)
			a.config.Served = true
			a.place.SeatCode = "k7qm-" + string(p)
			a.seat = momentSeat{stageSeat{stage: s, by: p}, memo, &o.pointers}
			(*at)[p] = a
		}
	}
	return o
}

// each lets something happen at both terminals of a person.
func (o *onlookers) each(p workshop.PersonID, happens func(a *App)) {
	happens(o.with[p])
	happens(o.without[p])
}

// news is a new moment, of which all hear.
func (o *onlookers) news() {
	o.memo = new(remembered)
	for p := range o.with {
		o.each(p, func(a *App) { a.Wake(true) })
	}
}

// shared says how many see a picture that is not theirs alone, after it has compared everybody's with what their twin sees.
func (o *onlookers) shared(t *testing.T, when string) int {
	t.Helper()
	n := 0
	for p, a := range o.with {
		got, want := a.Lines(), o.without[p].ownLines()
		if !slices.Equal(got, want) {
			for i := range max(len(got), len(want)) {
				if i >= len(got) || i >= len(want) || got[i] != want[i] {
					t.Fatalf("%s, %s: line %d is\n%q\nand alone it would be\n%q", when, p, i, at(got, i), at(want, i))
				}
			}
		}
		if a.common(a.stage()) != nil {
			n++
		}
	}
	return n
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return ""
}

// Whoever looks at what all see gets the very picture that they would get alone, whatever they and the others did before: through a
// whole workshop, with keys that are pressed at random, in windows down to a phone's, each with a seat code.
func TestWhatIsSharedIsWhatOneWouldSeeAlone(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			chance := rand.New(rand.NewPCG(seed, 9))
			s := crowded(t, 8, 30)
			people := []workshop.PersonID{Fay}
			for i := range 7 {
				people = append(people, workshop.PersonID(fmt.Sprintf("p%d", i)))
			}
			o := onlook(t, s, people...)
			seen := 0
			for range 400 {
				p := people[chance.IntN(len(people))]
				switch chance.IntN(14) {
				case 0:
					size := tea.WindowSizeMsg{Width: 40 + 20*chance.IntN(6), Height: 15 + 5*chance.IntN(5)}
					o.each(p, func(a *App) { a.Update(size) })
				case 1:
					text := fmt.Sprint("Sharing ", chance.IntN(100))
					_, _ = s.Do(Fay, workshop.TitleCluster{Cluster: 1, Title: text})
					o.news()
				case 2:
					_, _ = s.Do(p, workshop.FormCluster{Notes: []workshop.NoteID{
						workshop.NoteID(1 + chance.IntN(30)), workshop.NoteID(1 + chance.IntN(30)),
					}, Title: "More"})
					o.news()
				case 3:
					o.pointers = somewhere(chance, people)
					o.news()
				case 4:
					s.Now = s.Now.Add(time.Duration(chance.IntN(40)) * time.Second)
					o.each(p, func(a *App) { a.Wake(false) })
				case 5:
					_, _ = s.Do(Fay, []workshop.Command{
						workshop.PauseClock{}, workshop.StartClock{}, workshop.OpenVote{}, workshop.CloseVote{Vote: s.State.Vote.ID, Early: true},
					}[chance.IntN(4)])
					o.news()
				case 6:
					if chance.IntN(4) > 0 {
						_, _ = s.Do(Fay, workshop.RevealHands{})
						_, _ = s.Do(Fay, workshop.Advance{From: s.State.At, Despite: true})
						o.news()
					}
				case 7:
					if s.State.Vote.ID != 0 {
						_, _ = s.Do(p, workshop.CastBallot{Vote: s.State.Vote.ID})
						o.news()
					}
				case 8:
					hand := workshop.ShowHand{Level: chance.IntN(1 + workshop.MaxLevel)}
					if hand.Level < workshop.Support {
						hand.Concern = "Too vague."
					}
					_, _ = s.Do(p, hand)
					o.news()
				case 9:
					key := []string{"ctrl+b", "ctrl+g", "ctrl+o", "f1", "esc"}[chance.IntN(5)]
					o.each(p, func(a *App) { a.Update(keyPress(key)) })
				default:
					key := []string{
						"up", "down", "down", "pgdown", "pgup", "left", "right", "tab", "M", "f", "esc", "space", "K",
					}[chance.IntN(13)]
					o.each(p, func(a *App) { a.Update(keyPress(key)) })
					if chance.IntN(3) == 0 {
						o.news()
					}
				}
				seen += o.shared(t, fmt.Sprintf("at %s %s", s.State.At.Step, s.State.At.Phase))
			}
			if seen == 0 {
				t.Error("nobody ever shared a picture")
			}
		})
	}
}

// somewhere is where some of the people are, on few notes, so that they meet.
func somewhere(chance *rand.Rand, people []workshop.PersonID) []workshop.Pointer {
	var out []workshop.Pointer
	for _, p := range people {
		on := workshop.Spot{Note: workshop.NoteID(chance.IntN(5))}
		if on.Note == 0 {
			on.Cluster = 1
		}
		if chance.IntN(2) == 0 {
			out = append(out, workshop.Pointer{Person: p, On: on, Holds: chance.IntN(4) == 0, Lapsed: chance.IntN(6) == 0})
		}
	}
	return out
}

// Nothing of a person can be in a picture that others see, because it is drawn from a view without one.
func TestWhatIsSharedIsDrawnForNobody(t *testing.T) {
	s := crowded(t, 8, 30)
	o := onlook(t, s, "p1", "p2")
	o.news()
	if n := o.shared(t, "at the wall"); n != 2 {
		t.Fatalf("%d share a picture, want both", n)
	}
	a := o.with["p1"]
	a.view.Notes = []workshop.Note{{ID: 1, Text: "canary"}}
	v := a.onlooker(onlooker{like: likeness{role: workshop.Participant}}, a.screen).view
	if v.Me != somebody || len(v.Notes)+len(v.Nominations)+len(v.Planned)+len(v.Knocks) > 0 || v.Undo != (workshop.Undoing{}) {
		t.Errorf("an onlooker has something of a person's: %+v", v.Mine)
	}
}

// All draw at the same time, each in a goroutine of their own, for themselves and for the others.
func TestPicturesAreSharedByManyAtOnce(t *testing.T) {
	s := crowded(t, 8, 30)
	o := onlook(t, s, "p0", "p1", "p2", "p3", "p4", "p5")
	for round := range 20 {
		o.memo = new(remembered)
		s.Now = s.Now.Add(time.Second)
		var all sync.WaitGroup
		for _, a := range o.with {
			all.Go(func() {
				a.Wake(round%2 == 0)
				a.Lines()
				a.Update(keyPress("down"))
				a.Lines()
			})
		}
		all.Wait()
		for _, a := range o.without {
			a.Wake(round%2 == 0)
			a.ownLines()
			a.Update(keyPress("down"))
		}
		o.shared(t, "after all")
	}
}

// A wall has as many rows as notes: a picture that is kept for others must not keep them too.
func TestAPictureKeepsNothingOfAWall(t *testing.T) {
	a := onlook(t, crowded(t, 8, 30), "p1").with["p1"]
	s := a.screen.(*boardScreen)
	like := s.same(s.onlooker(a.stage()))
	a.onlooker(a.looksAs(nil, a.stage()).Value(), like).ownLines()
	if rows := reflect.ValueOf(&like.(*boardScreen).broken).Elem(); rows.IsZero() {
		t.Fatal("a wall is drawn without rows")
	}
	if rows := reflect.ValueOf(&like.found().(*boardScreen).broken).Elem(); !rows.IsZero() {
		t.Error("a picture keeps the rows of the wall")
	}
}

// When nothing but time goes by, nothing but the header is drawn, and that once for all: in whatever way each of them looks.
func TestASecondCostsNoPicture(t *testing.T) {
	s := crowded(t, 8, 300)
	o := onlook(t, s, "p1", "p2", "p3")
	o.news()
	for i, p := range []workshop.PersonID{"p1", "p2", "p3"} {
		for range i {
			o.each(p, func(a *App) { a.Update(keyPress("down")) })
		}
	}
	if n := o.shared(t, "at the wall"); n != 3 {
		t.Fatalf("%d share a picture, want all", n)
	}
	bytes := Spent(func() {
		s.Now = s.Now.Add(time.Second)
		for _, a := range o.with {
			a.Wake(false)
			a.Lines()
		}
	})
	if t.Logf("%d bytes", bytes); bytes > 30_000 {
		t.Errorf("a second costs %d bytes for three people, want 30,000 at most", bytes)
	}
	if o.shared(t, "a few seconds later") != 3 {
		t.Error("they don't share their pictures any more")
	}
}
