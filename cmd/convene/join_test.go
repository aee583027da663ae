package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
	"convene/workshop"
	"convene/workshop/export"
)

func TestAnUnknownCodeIsAskedFor(t *testing.T) {
	h := openHall(t)
	_, code := h.facilitator(sshtest.Window{})
	term := sshtest.Dial(t, h.address, "ana").Terminal()
	term.See("code")
	term.Type("brave-unicorn")
	term.Press("enter")
	term.See("There is no workshop with that code")
	for range len("brave-unicorn") {
		term.Press("backspace")
	}
	term.Type(strings.ToUpper(string(code)))
	term.Press("enter")
	term.See("What shall we call you?")
	if received(term, "begin your first workshop") {
		t.Error("a visitor has seen a lobby")
	}
}

func TestGuessingCodesComesToAnEnd(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{})
	ana := sshtest.NewKey(t)
	h.join(code, "Ana", sshtest.Window{}, sshtest.Key(ana))
	client := sshtest.Dial(t, h.address, "wrong-code")
	for range 30 {
		if _, errs, status := client.Exec("canvas"); status != exitFailed || !strings.Contains(errs, "there is no workshop with that code") {
			t.Fatalf("status %d, %q", status, errs)
		}
	}
	if _, errs, _ := client.Exec("canvas"); !strings.Contains(errs, "many codes that don't exist") {
		t.Errorf("after 30 wrong codes: %q", errs)
	}
	stranger := sshtest.Dial(t, h.address, string(code)).Terminal()
	stranger.See("Many codes that don't exist")
	// Whoever has a seat here, and whoever facilitates, doesn't have to guess.
	sshtest.Dial(t, h.address, string(code), sshtest.Key(ana)).Terminal().See("Ana")
	sshtest.Dial(t, h.address, string(code), sshtest.Key(h.fay)).Terminal().See("To join")
	leads.See("To join")
}

func TestAKeyIsAskedForItsNameOnce(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{})
	ana := sshtest.NewKey(t)
	h.join(code, "Ana", sshtest.Window{}, sshtest.Key(ana))
	leads.Press("esc")
	leads.See("Back to the lobby?")
	leads.Press("y")
	leads.See("Your workshops")
	leads.Press("n")
	leads.See("What will the community be about?")
	leads.Type("Testing")
	leads.Press("enter")
	leads.See("How many minutes")
	leads.Press("enter")
	leads.See("T E S T I N G")
	ids, err := h.store.IDs(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range ids {
		if id != code {
			again := sshtest.Dial(t, h.address, string(id), sshtest.Key(ana)).Terminal()
			again.See("Welcome, Ana.")
			if received(again, "What shall we call you?") {
				t.Error("a key that has a name was asked for it again")
			}
			leads.See("Ana")
		}
	}
}

func TestSeveralTerminalsOfOnePersonAreOneSeat(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{})
	key := sshtest.Key(sshtest.NewKey(t))
	first := h.join(code, "Ana", sshtest.Window{}, key)
	second := sshtest.Dial(t, h.address, string(code), key).Terminal()
	second.See("1 person is here")
	leads.Press("n")
	second.See("What do we want to reach")
	leads.Press("n")
	first.See("one idea")
	first.Type("From the first")
	first.Press("enter")
	second.See("From the first")
	second.Type("From the second")
	second.Press("enter")
	first.See("From the second")
	leads.See("2 notes so far")
	second.Press("ctrl+c")
	if status := second.Left(); status != 0 {
		t.Errorf("the second left with status %d", status)
	}
	first.Type("and on")
	first.See("and on")
	if strings.Contains(leads.Text(), "away") {
		t.Error("somebody who has left one of two terminals is away")
	}
}

func TestWhoeverIsLateComesInWhereTheGroupIs(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{})
	ana := h.join(code, "Ana", sshtest.Window{})
	leads.Press("n")
	ana.See("What do we want to reach")
	leads.Press("n")
	ana.See("one idea")
	ana.Type("Private until the reveal")
	ana.Press("enter")
	ana.See("1 note")
	late := h.join(code, "Ben", sshtest.Window{})
	late.See("one idea")
	late.Type("Better late")
	late.Press("enter")
	late.See("Better late")
	if received(late, "Private until") {
		t.Error("whoever is late has seen somebody else's note")
	}
}

func TestALockedDoorLetsNobodyLook(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{Width: 120, Height: 35})
	ana := sshtest.NewKey(t)
	h.join(code, "Ana", sshtest.Window{}, sshtest.Key(ana))
	leads.Press("L")
	leads.See("door locked")
	stranger := sshtest.Key(sshtest.NewKey(t))
	if out, errs, status := sshtest.Dial(t, h.address, string(code), stranger).Exec("canvas"); status != exitFailed || out != "" ||
		!strings.Contains(errs, "locked") {
		t.Errorf("a stranger's canvas: status %d, %q, %q", status, out, errs)
	}
	wall := sshtest.Dial(t, h.address, string(code), stranger).Terminal(sshtest.Window{Command: "wall"})
	if status := wall.Left(); status != exitFailed || received(wall, "Ana") {
		t.Errorf("a stranger's wall ended with status %d:\n%s", status, wall.Text())
	}
	if _, errs, status := sshtest.Dial(t, h.address, string(code), sshtest.Key(ana)).Exec("canvas"); status != exitDone {
		t.Errorf("Ana's canvas: status %d, %q", status, errs)
	}

	// One is turned away, and can't ask again; another is let in.
	zoe := sshtest.NewKey(t)
	term := h.knock(code, "Zoe", zoe)
	leads.See("y let in")
	leads.Press("d")
	leads.See("Turn Zoe away?")
	leads.Press("y")
	term.See("has not let you in")
	if received(term, "Ana") {
		t.Error("somebody at the door has seen who is inside")
	}
	sshtest.Dial(t, h.address, string(code), sshtest.Key(zoe)).Terminal().See("has not let you in")
	term = h.knock(code, "Dan", sshtest.NewKey(t))
	leads.See("Dan is at the door")
	leads.See("y let in")
	leads.Press("y")
	term.See("2 people are here")
}

// knock is somebody who asks for a seat at the locked door.
func (h *hall) knock(code workshop.ID, name string, key ssh.Signer) *sshtest.Terminal {
	h.t.Helper()
	term := sshtest.Dial(h.t, h.address, string(code), sshtest.Key(key)).Terminal()
	term.See("What shall we call you?")
	term.Type(name)
	term.Press("enter")
	term.See("The door is locked.")
	return term
}

func TestWhoeverIsRemovedSeesNothingMore(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{Width: 120, Height: 35})
	key := sshtest.NewKey(t)
	ana := h.join(code, "Ana", sshtest.Window{}, sshtest.Key(key))
	ben := h.join(code, "Ben", sshtest.Window{})
	leads.Press("n")
	ana.See("What do we want to reach")
	leads.Press("n")
	ana.See("one idea")
	ana.Type("in the middle of a sent")
	ana.See("of a sent")
	leads.Press("K")
	leads.See("Who leaves")
	leads.Press("enter")
	leads.See("Take Ana's seat away?")
	leads.Press("y")
	ana.See("You no longer have a seat here")
	ana.Type("still typing")
	ana.Press("enter")
	ben.See("one idea")
	ben.Type("after Ana")
	ben.Press("enter")
	ben.See("1 note")
	leads.Press("n")
	leads.See("Reveal now?")
	leads.Press("y")
	ben.See("after Ana")
	if received(ana, "after Ana") {
		t.Error("whoever was removed still sees the wall")
	}
	sshtest.Dial(t, h.address, string(code), sshtest.Key(key)).Terminal().See("You no longer have a seat here")
}

func TestTheGroupGoesOnWithoutTheFacilitator(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{Width: 120, Height: 35})
	ana := h.join(code, "Ana", sshtest.Window{})
	ben := h.join(code, "Ben", sshtest.Window{})
	leads.Press("C")
	leads.See("Ana")
	leads.Press("enter")
	leads.Press("y")
	ana.See("on to: Vision")
	leads.Close()
	ana.Press("n")
	ben.See("What do we want to reach")
	ana.Press("n")
	ben.See("one idea")
	clock := regexp.MustCompile(`◷ \d\d:\d\d`)
	before := clock.FindString(ben.Text())
	ben.Until("the clock going on", func(s string) bool { return clock.FindString(s) != before })
	back := sshtest.Dial(t, h.address, string(code), sshtest.Key(h.fay)).Terminal(sshtest.Window{Width: 120, Height: 35})
	back.See("in silence")
	back.Press("n")
	back.See("Reveal now?")
	back.Press("y")
	ben.See("reading together")
}

// Nobody knows what the two are called: their keys have no comment. Both facilitate all the same.
func TestFacilitatorsOpenOneAnothersWorkshops(t *testing.T) {
	lou := sshtest.NewKey(t)
	h := openHall(t, lou)
	_, code := h.facilitator(sshtest.Window{})
	term := sshtest.Dial(t, h.address, "lou", sshtest.Key(lou)).Terminal()
	term.See("Your workshops")
	term.Press("enter")
	term.See("To join")
	ana := h.join(code, "Ana", sshtest.Window{})
	term.See("Ana")
	term.Press("n")
	ana.See("What do we want to reach")
}

func TestVerbsOverSSH(t *testing.T) {
	h := openHall(t)
	leads, code := h.facilitator(sshtest.Window{})
	key := sshtest.NewKey(t)
	ana := h.join(code, "Ana", sshtest.Window{}, sshtest.Key(key))
	known := sshtest.Dial(t, h.address, string(code), sshtest.Key(key))
	refused := func(c *sshtest.Client, verb string, status int, want string) {
		t.Helper()
		if out, errs, got := c.Exec(verb); got != status || out != "" || !strings.Contains(errs, want) {
			t.Errorf("%s: status %d, %q, %q; want status %d and %q", verb, got, out, errs, status, want)
		}
	}
	refused(known, `note vision "Too early"`, exitFailed, "that isn't possible in this phase")
	leads.Press("n")
	ana.See("What do we want to reach")
	leads.Press("n")
	ana.See("one idea")
	if _, errs, status := known.Exec(`note vision "Written from a script"`); status != exitDone {
		t.Errorf("a note: status %d, %q", status, errs)
	}
	ana.See("Written from a script")
	refused(known, `note how "Another step"`, exitFailed, "that belongs to another step")
	refused(known, `note weather "Rain"`, exitFailed, "there is no question")
	refused(known, `note vision`, exitUsage, "one idea")
	refused(known, `dance`, exitUsage, `there is no verb "dance" here`)
	refused(known, `canvas now`, exitUsage, "too much")
	refused(sshtest.Dial(t, h.address, string(code)), `note vision "Nobody"`, exitFailed, "your key has no seat")
	refused(sshtest.Dial(t, h.address, string(code), sshtest.Key(sshtest.NewKey(t))), `note vision "Nobody"`, exitFailed, "your key has no seat")
	refused(sshtest.Dial(t, h.address, "no-such"), `canvas`, exitFailed, "no workshop with that code")

	s, err := h.house.state(context.Background(), code)
	if err != nil {
		t.Fatal(err)
	}
	var page bytes.Buffer
	if err := export.Write(&page, export.FormatMarkdown, s.Canvas()); err != nil {
		t.Fatal(err)
	}
	if out, _, status := known.Exec("canvas"); status != exitDone || out != page.String() {
		t.Errorf("the canvas, status %d, differs from the export:\n%s", status, out)
	}
	for _, verb := range []string{"canvas", "note", "wall"} {
		if out, _, status := known.Exec("help"); status != exitDone || !strings.Contains(out, verb) {
			t.Errorf("help, status %d, says nothing of %s:\n%s", status, verb, out)
		}
	}
}

// What nobody may find in a log that is sent around for help.
func TestTheServersLogHoldsNoSecrets(t *testing.T) {
	h := openHall(t)
	_, code := h.facilitator(sshtest.Window{})
	ben := h.join(code, "Benedikta", sshtest.Window{})
	seat := seatCode(t, ben)
	for _, secret := range []string{seat, plainSeatCode(seat), "Benedikta", "Software Craft"} {
		if strings.Contains(h.log.String(), secret) {
			t.Errorf("the log holds %q:\n%s", secret, h.log)
		}
	}
	if info, err := os.Stat(filepath.Join(filepath.Dir(h.db), "host_key")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the host key: %v, %v", info, err)
	}
}
