package room_test

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/room"
	"convene/workshop/workshoptest"
)

// scene is a moment of a workshop in a room of its own, with a seat for everybody as the house binds it.
type scene struct {
	t    *testing.T
	log  *workshoptest.Log
	room *room.Room
	s    *workshoptest.Stage
}

func newScene(t *testing.T, m workshoptest.Moment, more ...workshoptest.Line) *scene {
	t.Helper()
	s := workshoptest.NewStage()
	if err := s.Play(append([]workshoptest.Line{m.Line}, more...)...); err != nil {
		t.Fatal(err)
	}
	log := workshoptest.NewLog()
	if err := log.Append(t.Context(), s.State.ID, 0, s.Records...); err != nil {
		t.Fatal(err)
	}
	r, err := room.Open(t.Context(), log, s.State.ID, func() time.Time { return s.Now })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return &scene{t, log, r, s}
}

// seat is where somebody sits: at their own terminal, in the booth on a facilitator's or, who only looks on, at the wall.
func (c *scene) seat(who workshoptest.Sender) *room.Seat {
	switch {
	case who.Via != "":
		return c.room.Seat(who.Via).Booth(who.Person)
	case who.Role == "observer":
		return c.room.Seat("")
	default:
		return c.room.Seat(who.Person)
	}
}

func (c *scene) records() int {
	c.t.Helper()
	records, err := c.log.Load(c.t.Context(), c.s.State.ID, 0)
	if err != nil {
		c.t.Fatal(err)
	}
	return len(records)
}

// expected is what the table of package workshop says to a command from a seat. Two commands no seat can send, and an observer
// looks on from the wall's seat.
func expected(table map[string]map[string]map[string]string, c workshop.Command, who workshoptest.Sender, moment string) string {
	switch c.(type) {
	case workshop.OpenWorkshop, workshop.JoinAsFacilitator:
		return "who"
	default:
	}
	letter := who.Letter
	if who.Role == "observer" {
		letter = "W"
	}
	return table[workshoptest.Name(c)][letter][moment]
}

// Everybody sends everything in every phase, from a real seat: the answer is what the table says, and nothing of what is
// refused is in the log.
func TestASeatCanSendWhatTheTableSays(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "testdata", "gate.txt"))
	if err != nil {
		t.Fatal(err)
	}
	table := workshoptest.Table(string(raw))
	kept := make(map[string]bool)
	for _, m := range workshoptest.Moments()[1:] { // before there is a workshop, there is no room
		c := newScene(t, m)
		for _, command := range workshoptest.Commands() {
			for _, who := range workshoptest.Senders() {
				name := workshoptest.Name(command)
				before := c.records()
				seat := c.seat(who)
				err := seat.Do(t.Context(), command)
				seat.Leave()
				if got, want := workshoptest.Gate(err), expected(table, command, who, m.Name); got != want {
					t.Errorf("%s, %s by the %s: the seat says %q (%v), the table %q", m.Name, name, who.Role, got, err, want)
				}
				switch after := c.records(); {
				case err != nil && after != before:
					t.Errorf("%s, %s by the %s is refused, and %d records are in the log", m.Name, name, who.Role, after-before)
				case err == nil && after == before:
					t.Errorf("%s, %s by the %s is accepted, and nothing is in the log", m.Name, name, who.Role)
				case err == nil:
					kept[who.Role] = true
					c = newScene(t, m) // as it was
				}
			}
		}
	}
	may := kept["facilitator"] && kept["co-facilitator"] && kept["participant"] && kept["participant in the booth"]
	if !may || kept["wall"] || kept["observer"] || kept["removed participant"] || kept["stranger"] {
		t.Errorf("whose commands were kept: %v", kept)
	}
}

// The only command of a stranger that is ever kept is that they come in, or knock.
func TestAStrangerCanOnlyAskForASeat(t *testing.T) {
	for _, m := range workshoptest.Moments()[1 : len(workshoptest.Moments())-1] {
		for _, locked := range []bool{false, true} {
			var door []workshoptest.Line
			if locked {
				door = append(door, workshoptest.By(workshoptest.Fay, workshop.LockDoor{Locked: true}))
			}
			c := newScene(t, m, door...)
			eve := c.room.Seat("eve")
			if err := eve.Do(t.Context(), workshop.Join{Name: "Eve"}); err != nil {
				t.Errorf("%s: %v", m.Name, err)
			}
			want := workshop.Seated
			if locked {
				want = workshop.Knocking
			}
			if got := eve.View().Standing; got != want {
				t.Errorf("%s: she is %s, want %s", m.Name, got, want)
			}
			if err := c.room.Seat("").Do(t.Context(), workshop.Join{Name: "Wall"}); err == nil {
				t.Errorf("%s: the wall has taken a seat", m.Name)
			}
		}
	}
}

// A booth on a keyboard that is no facilitator's is no way to send anything, and none to see anything.
func TestABoothAnywhereElseSendsNothing(t *testing.T) {
	for _, m := range workshoptest.Moments()[1:] {
		c := newScene(t, m)
		before := c.records()
		for _, who := range workshoptest.Senders() {
			if who.Role == "facilitator" || who.Role == "co-facilitator" {
				continue
			}
			for _, guest := range []workshop.PersonID{"boo", "pat", workshoptest.Fay} {
				booth := c.seat(who).Booth(guest)
				for _, command := range workshoptest.Commands() {
					if err := booth.Do(t.Context(), command); err == nil {
						t.Errorf("%s: %T passes in a booth for %s on the keyboard of the %s", m.Name, command, guest, who.Role)
					}
				}
				if v := booth.View(); !reflect.DeepEqual(v.Mine, workshop.Mine{Standing: v.Standing}) {
					t.Errorf("%s: a booth for %s on the keyboard of the %s shows %+v", m.Name, guest, who.Role, v.Mine)
				}
			}
		}
		if after := c.records(); after != before {
			t.Errorf("%s: %d records are in the log", m.Name, after-before)
		}
	}
}

// What somebody said in private is on no seat's screen but theirs, whatever their role; from outside there is the doorstep.
func TestASeatShowsEachRoleWhatIsTheirs(t *testing.T) {
	vision := func(who workshop.PersonID, text string) workshoptest.Line {
		return workshoptest.By(who, workshop.WriteNote{Prompt: workshop.PromptVision, Text: text})
	}
	diverge := workshoptest.Moments()[3]
	c := newScene(t, diverge, vision("pat", "pats-secret"), vision("boo", "boos-secret"),
		workshoptest.By(workshoptest.Fay, workshop.LockDoor{Locked: true}), workshoptest.By("kim", workshop.Join{Name: "Kim-who-knocks"}))
	for _, who := range workshoptest.Senders() {
		v := c.seat(who).View()
		seen := printed(v)
		for secret, owners := range map[string]string{"pats-secret": "P", "boos-secret": "B", "Kim-who-knocks": "FC"} {
			if got, want := strings.Contains(seen, secret), strings.Contains(owners, who.Letter); got != want {
				t.Errorf("the %s sees %s: %v, want %v", who.Role, secret, got, want)
			}
		}
		outside := who.Role == "stranger" || who.Role == "removed participant"
		doorstep := workshop.Shared{ID: v.ID, Topic: v.Topic, Lang: v.Lang, Locked: true}
		if got := reflect.DeepEqual(*v.Shared, doorstep) && v.Live.Here == nil; got != outside {
			t.Errorf("the %s sees only the doorstep: %v, want %v", who.Role, got, outside)
		}
	}
	if err := c.room.Seat("kim").Do(t.Context(), workshop.AskMinute{}); !errors.Is(err, workshop.ErrStranger) {
		t.Errorf("who knocks is answered %v", err)
	}
}
