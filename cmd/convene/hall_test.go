package main

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"golang.org/x/crypto/ssh"

	"convene/store"
	"convene/tui/sshd/sshtest"
	"convene/workshop"
)

// hall is a house whose door is open, in this process: what convene serve runs. Fay's key may facilitate.
type hall struct {
	t       *testing.T
	db      string
	address string
	house   *house
	store   *store.Store
	log     *pages
	fay     ssh.Signer
}

// pages is a log that can be read while it is written.
type pages struct {
	mu  sync.Mutex
	all bytes.Buffer
}

func (p *pages) Write(b []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.all.Write(b)
}

func (p *pages) String() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.all.String()
}

// openHall opens a hall until the test ends. The others may facilitate, too.
func openHall(t *testing.T, others ...ssh.Signer) *hall {
	t.Helper()
	folder := t.TempDir()
	h := &hall{t: t, db: filepath.Join(folder, "convene.db"), log: &pages{}, fay: sshtest.NewKey(t)}
	may := filepath.Join(folder, "facilitators")
	page := ssh.MarshalAuthorizedKey(h.fay.PublicKey())
	for _, k := range others {
		page = append(page, ssh.MarshalAuthorizedKey(k.PublicKey())...)
	}
	if err := os.WriteFile(may, page, 0o600); err != nil {
		t.Fatal(err)
	}
	log, _ := sparingLog(h.log, slog.LevelDebug)
	var err error
	if h.store, err = store.Open(h.db); err != nil {
		t.Fatal(err)
	}
	if h.house, err = openHouse(context.Background(), h.store, log); err != nil {
		t.Fatal(err)
	}
	d, err := openDoorway(context.Background(), doorOptions{addr: "127.0.0.1:0", facilitators: may}, h.db, h.house, log)
	if err != nil {
		t.Fatal(err)
	}
	h.address = regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(h.log.String())
	t.Cleanup(func() {
		if err := d.close(); err != nil {
			t.Errorf("close the door: %v", err)
		}
		h.house.close()
		if err := h.store.Close(); err != nil {
			t.Errorf("close the file: %v", err)
		}
	})
	return h
}

// facilitator is a terminal with Fay at it, in a new workshop, and the workshop's code.
func (h *hall) facilitator(window sshtest.Window) (*sshtest.Terminal, workshop.ID) {
	h.t.Helper()
	fay := sshtest.Dial(h.t, h.address, "fay", sshtest.Key(h.fay)).Terminal(window)
	fay.Until("the lobby", func(screen string) bool {
		return strings.Contains(screen, "begin your first workshop") || strings.Contains(screen, "Software Craft")
	})
	fay.Press("n")
	fay.See("What will the community be about?")
	fay.Type("Software Craft")
	fay.Press("enter")
	fay.See("How many minutes do you have?")
	fay.Press("enter")
	fay.See("To join")
	form, code := regexp.MustCompile(`([a-z]+-[a-z]+)@127`), ""
	fay.Until("how to join", func(screen string) bool {
		if m := form.FindStringSubmatch(strings.ReplaceAll(screen, " ", "")); m != nil { // it stands there in wide letters
			code = m[1]
		}
		return code != ""
	})
	return fay, workshop.ID(code)
}

// join is a terminal with somebody at it who has come in under a name.
func (h *hall) join(code workshop.ID, name string, window sshtest.Window, options ...sshtest.Option) *sshtest.Terminal {
	h.t.Helper()
	term := sshtest.Dial(h.t, h.address, string(code), options...).Terminal(window)
	term.See("What shall we call you?")
	term.Type(name)
	term.Press("enter")
	term.See("Welcome, " + name)
	return term
}

// seatCode is what brings back somebody without a key; it stands on their screen.
func seatCode(t *testing.T, term *sshtest.Terminal) string {
	t.Helper()
	form := regexp.MustCompile(`[a-z2-7]{4}-[a-z2-7]{4}-[a-z2-7]{2}\b`)
	found := ""
	term.Until("a seat code", func(screen string) bool {
		found = form.FindString(screen)
		return found != ""
	})
	return found
}

// received says whether a text has ever come to a terminal.
func received(term *sshtest.Terminal, text string) bool {
	return strings.Contains(string(term.Bytes()), text)
}
