package main

import (
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/netip"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"convene/tui/sshd"
	"convene/workshop"
)

// guesser is somebody at one address who tries codes, with a clock of their own.
type guesser struct {
	door
	now   *time.Time
	page  *pages
	flush func()
	ids   []workshop.ID
}

func newGuesser(t *testing.T) guesser {
	t.Helper()
	h, ids := furnished(t, 1)
	g := guesser{now: new(time.Time), page: &pages{}, ids: ids}
	*g.now = time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	h.log, g.flush = sparingLog(g.page, slog.LevelDebug)
	g.door = doorOf(h, newLimits(func() time.Time { return *g.now }), "")
	return g
}

// tries makes ten thousand guesses, one each time that so long has passed, and returns how many were looked at. All others were
// refused without a look, or the test fails.
func (g guesser) tries(t *testing.T, each time.Duration, of excess, wrong error, guess func(n int) error) (looked int) {
	t.Helper()
	for n := range guessesMade {
		switch err := guess(n); {
		case errors.Is(err, wrong):
			looked++
		case !wasTooMuch(err, of):
			t.Fatalf("guess %d: %v", n, err)
		}
		*g.now = g.now.Add(each)
	}
	return looked
}

// refusalsIn is how many refusals of a reason a log tells of, in how many lines.
func refusalsIn(page, why string) (refusals, lines int) {
	times := regexp.MustCompile(`times=(\d+)`)
	for line := range strings.Lines(page) {
		if !strings.Contains(line, fmt.Sprintf("why=%q", why)) {
			continue
		}
		lines++
		if m := times.FindStringSubmatch(line); m != nil {
			n, _ := strconv.Atoi(m[1])
			refusals += n
		} else {
			refusals++
		}
	}
	return refusals, lines
}

const guessesMade = 10_000

// Ten thousand wrong codes in an hour: fewer than a thousand are looked at, all are in the log, and it has some lines.
func TestTenThousandWrongCodes(t *testing.T) {
	for _, c := range []struct {
		name        string
		of          excess
		wrong       error
		wrote, much string
		guess       func(t *testing.T, g guesser) func(n int) error
	}{
		{
			"workshop codes", wrongCodes, errNoSuchCode, "no workshop has that code", "too many wrong codes from one address",
			func(t *testing.T, g guesser) func(int) error {
				return func(n int) error {
					_, err := g.Enter(t.Context(), fmt.Sprintf("guess-%d", n))
					return err
				}
			},
		},
		{
			"seat codes", wrongSeatCodes, errNoSuchSeat, "no seat has that code", "too many wrong seat codes from one address",
			func(t *testing.T, g guesser) func(int) error {
				v := come(t, g.door, g.ids[0])
				return func(int) error {
					_, err := g.Return(t.Context(), v, newSeatCode())
					return err
				}
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			g := newGuesser(t)
			looked := g.tries(t, time.Hour/guessesMade, c.of, c.wrong, c.guess(t, g))
			if most := 30 + int(time.Hour/(4*time.Second)); looked > most || looked < most-2 {
				t.Errorf("%d were looked at, of which there may be %d in an hour", looked, most)
			}
			g.flush()
			wrong, lines := refusalsIn(g.page.String(), c.wrote)
			much, more := refusalsIn(g.page.String(), c.much)
			if wrong != looked || wrong+much != guessesMade || lines+more > 2*(manyRefusals+1) {
				t.Errorf("the log tells of %d wrong and %d too many in %d lines:\n%s", wrong, much, lines+more, g.page)
			}
			if strings.Contains(g.page.String(), "guess-") {
				t.Errorf("the log says what was guessed:\n%s", g.page)
			}
			t.Logf("%d of %d were looked at; %d lines in the log", looked, guessesMade, lines+more)
		})
	}
}

// Somebody else's address is not to pay for it; one home is one address, however many it has.
func TestGuessersSpoilTheirOwnAddressAlone(t *testing.T) {
	g := newGuesser(t)
	from := func(address string) error {
		d := g.door
		d.visitor = sshd.Visitor{Address: netip.MustParseAddr(address)}
		_, err := d.Enter(t.Context(), "wrong-code")
		return err
	}
	for n := range 30 {
		if err := from(fmt.Sprintf("2001:db8:1:2::%x", n)); !errors.Is(err, errNoSuchCode) {
			t.Fatal(err)
		}
	}
	if err := from("2001:db8:1:2:ffff::1"); !wasTooMuch(err, wrongCodes) {
		t.Errorf("from the same home: %v", err)
	}
	if err := from("2001:db8:1:3::1"); !errors.Is(err, errNoSuchCode) {
		t.Errorf("from another: %v", err)
	}
}

// How long it takes to guess one code of so many, from one address: half of the space, divided by what is in it.
func TestHowLongItTakesToGuess(t *testing.T) {
	const perHour = float64(time.Hour / (4 * time.Second))
	workshops := float64(len(adjectives()) * len(animals()))
	seats := math.Pow(32, seatLength)
	hours := func(space, there float64) float64 { return (space + 1) / (there + 1) / perHour }
	t.Logf("an address: 30 tries at once, then %.0f an hour", perHour)
	for _, c := range []struct {
		what         string
		space, there float64
		atLeast      float64 // hours
	}{
		{"the code of the only workshop", workshops, 1, 5},
		{"the code of any of 10 workshops", workshops, 10, 1},
		{"the seat code of the only person without a key", seats, 1, 1e6 * 365 * 24},
		{"any of 50 seat codes", seats, 50, 1e5 * 365 * 24},
	} {
		h := hours(c.space, c.there)
		t.Logf("%-48s of %.4g: %.3g hours, %.3g years", c.what, c.space, h, h/24/365)
		if h < c.atLeast {
			t.Errorf("%s: %.1f hours", c.what, h)
		}
	}
}

// A workshop's code is never taken for a seat code, which the log leaves out, nor the other way round.
func TestASeatCodeIsKnownByItsForm(t *testing.T) {
	for _, adjective := range adjectives() {
		for _, animal := range animals() {
			if code := adjective + "-" + animal; holdsSeatCode(code) {
				t.Errorf("the workshop code %s is hidden", code)
			}
		}
	}
	for range 1000 {
		code := newSeatCode()
		for _, typed := range []string{
			code, plainSeatCode(code), strings.ToUpper(code), strings.ReplaceAll(code, "-", " "),
			"seat:" + code, "Seat " + strings.ToUpper(code) + " please", "seat-" + plainSeatCode(code), "x" + plainSeatCode(code) + "y",
			"brave-otter:" + code, "é" + strings.ReplaceAll(code, "-", "–"), " " + code + "\n",
		} {
			if !holdsSeatCode(typed) {
				t.Errorf("the seat code %s is shown", typed)
			}
		}
	}
}
