package sshd

import (
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/time/rate"
)

// digits are n keys, ten over and over, so that their order shows.
func digits(n int) string { return strings.Repeat("0123456789", n/10) }

func TestKeysThatComeTooFastWaitForTheirTurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		ty.sends(t, digits(400))
		for i, want := range []int{200, 50, 50, 50, 50, 0} {
			if got := strings.Join(ty.heard(), ""); got != digits(want) {
				t.Errorf("after %d seconds: %d more keys were told, want %d in their order", i, len(got), want)
			}
			pause(time.Second)
		}
	})
}

// Nobody who types waits, and nobody who leans on a key.
func TestAKeyThatIsHeldDownIsHeardAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		for i := range 60 * 30 {
			ty.sends(t, "\x1b[B")
			if got := ty.heard(); !slices.Equal(got, []string{"down"}) {
				t.Fatalf("key %d was heard as %q", i, got)
			}
			pause(time.Second / 30)
		}
	})
}

// A keyboard that was flooded is deaf for five seconds, and no longer.
func TestAFloodOfKeysIsForgottenSoon(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		ty.sends(t, digits(1<<20))
		pause(eventQueue * time.Second / eventRate)
		if n := len(ty.heard()); n != eventBurst+eventQueue {
			t.Errorf("%d keys of a million came through", n)
		}
		if got := ty.types(t, "\x1b[A"); !slices.Equal(got, []string{"up"}) {
			t.Errorf("then a key is understood as %q", got)
		}
	})
}

func TestAPasteIsOneEvent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		ty.sends(t, digits(eventBurst))
		pause(100 * time.Millisecond) // time for five more
		ty.heard()
		ty.sends(t, "\x1b[200~"+digits(1000)+"\x1b[201~abc")
		if got, want := ty.heard(), []string{"<" + digits(1000) + ">", "a", "b", "c"}; !slices.Equal(got, want) {
			t.Errorf("told %q", got)
		}
	})
}

func TestWhoClosesTheKeyboardIsHeardOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		ty.sends(t, digits(300))
		_ = ty.keys.Close()
		pause(time.Second)
		if n, left := len(ty.heard()), ty.count(&ty.left); n != 250 || left != 0 {
			t.Errorf("after a second: told %d keys, left %d times", n, left)
		}
		pause(time.Second)
		if n, left := len(ty.heard()), ty.count(&ty.left); n != 50 || left != 1 {
			t.Errorf("in the end: told %d more keys, left %d times", n, left)
		}
	})
}

func TestAWindowThatIsPulledAtIsTakenOnceAFrame(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ty := newTypist(t, nil)
		pause(time.Second)
		ty.resized <- struct{}{}
		synctest.Wait()
		if n := ty.count(&ty.sizes); n != 1 {
			t.Errorf("the first size was told %d times at once", n)
		}
		for range 1000 {
			select {
			case ty.resized <- struct{}{}:
			default: // the newest size is looked up when it is told
			}
			pause(time.Millisecond)
		}
		if n := ty.count(&ty.sizes); n > 31 {
			t.Errorf("a thousand changes in a second were told as %d sizes", n)
		}
		pause(time.Second)
		if len(ty.resized) != 0 {
			t.Error("the last size was never told")
		}
	})
}

// However many terminals somebody has, they type no faster than with one.
func TestTheKeysOfAllTerminalsOfAPersonAreCountedTogether(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limit := newEventLimit()
		var all []*typist
		for range maxScreens {
			all = append(all, newTypistOf(t, nil, func() *rate.Limiter { return limit }))
		}
		other := newTypist(t, nil)
		for _, ty := range all {
			ty.sends(t, digits(400))
		}
		for i, want := range []int{eventBurst, eventRate, eventRate, eventRate} {
			n := 0
			for _, ty := range all {
				n += len(ty.heard())
			}
			if n != want {
				t.Errorf("after %d seconds: %d more keys were told, want %d", i, n, want)
			}
			if got := other.types(t, "a"); !slices.Equal(got, []string{"a"}) { // takes a second
				t.Errorf("somebody else is told %q", got)
			}
		}
		for i, ty := range all[1:] { // those that came later have not been starved by the first
			if len(ty.heard()) == 0 {
				t.Errorf("terminal %d is not heard at all", i+1)
			}
		}
	})
}

// Who has turned out to be somebody else is counted as that person from the next key on.
func TestATerminalFollowsItsPersonsLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		limit := newEventLimit()
		ty := newTypistOf(t, nil, func() *rate.Limiter { return limit })
		ty.sends(t, digits(eventBurst))
		limit = newEventLimit()
		ty.heard()
		ty.sends(t, digits(eventBurst))
		if n := len(ty.heard()); n != eventBurst {
			t.Errorf("%d keys were told at once", n)
		}
	})
}
