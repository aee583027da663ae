//go:build unix

package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/tui/tuitest"
	"convene/workshop"
	"convene/workshop/export"
)

var pictures = flag.Bool("pictures", false, "draw the pictures of the README anew")

// gallery is where they are.
const gallery = "../../.github/pictures"

// shown is the rehearsal that the pictures are of.
func shown() demo { return demo{people: 9, seed: 4} }

// instant is when a rehearsal is looked at: at its nth pause in a phase, counted from one, or when something is told after
// that.
type instant struct {
	step  workshop.Step
	phase workshop.Phase
	nth   int
	told  bool
}

// during is a pause, and after is when something was told.
func during(step workshop.Step, phase workshop.Phase, nth int) instant {
	return instant{step, phase, nth, false}
}

func after(step workshop.Step, phase workshop.Phase, nth int) instant {
	return instant{step, phase, nth, true}
}

// still is a picture of one screen.
type still struct {
	name, title string
	at          instant
	who         workshop.PersonID // whose screen
	light       bool
	typed       string // what they type before the picture is made, after which it can be seen
}

func stills() []still {
	gathering := during(workshop.StepWelcome, workshop.PhaseGather, 8)
	return []still{
		{
			name: "join-dark", who: host, at: gathering,
			title: "The facilitator's screen while people arrive: how to join, a QR code of it, and who is here",
		},
		{
			name: "join-light", who: host, at: gathering, light: true,
			title: "The facilitator's screen while people arrive, on a light background",
		},
		{
			name: "alone", who: "p03", at: during(workshop.StepVision, workshop.PhaseDiverge, 44), typed: "Newcomers ship in their first week",
			title: "A participant's screen while everyone writes alone",
		},
		{
			name: "board", who: host, at: during(workshop.StepMeasures, workshop.PhaseConverge, 20),
			title: "The board while the group clusters its notes",
		},
		{
			name: "hands", who: host, at: after(workshop.StepVision, workshop.PhaseAlign, 9),
			title: "Fist to five: how far everyone stands behind the outcome, and the concern of one person",
		},
		{
			name: "ballot", who: "p05", at: during(workshop.StepLeader, workshop.PhaseConverge, 8),
			title: "A participant's ballot in the election of the leader",
		},
		{
			name: "roll", who: host, at: during(workshop.StepLeader, workshop.PhaseConverge, 8),
			title: "An election on the facilitator's screen: who has voted is shown, and what they voted is not",
		},
		{
			name: "canvas", who: host, at: during(workshop.StepClosing, workshop.PhaseCanvas, 1),
			title: "The canvas on the screen",
		},
	}
}

// take is a frame of the film: when it is taken, and for how many tenths of a second it is shown.
type take struct {
	instant
	tenths time.Duration
}

// film is a whole workshop on the facilitator's screen, in half a minute.
func film() []take {
	const (
		vision   = workshop.StepVision
		measures = workshop.StepMeasures
		diverge  = workshop.PhaseDiverge
		converge = workshop.PhaseConverge
	)
	return []take{
		{during(workshop.StepWelcome, workshop.PhaseGather, 2), 7},
		{during(workshop.StepWelcome, workshop.PhaseGather, 5), 5},
		{during(workshop.StepWelcome, workshop.PhaseGather, 9), 14},
		{during(vision, workshop.PhaseBrief, 1), 18},
		{during(vision, diverge, 8), 6},
		{during(vision, diverge, 30), 6},
		{during(vision, diverge, 69), 10},
		{during(vision, workshop.PhaseShare, 3), 15},
		{during(vision, converge, 40), 16},
		{during(vision, workshop.PhaseAlign, 5), 8},
		{after(vision, workshop.PhaseAlign, 9), 20},
		{during(measures, converge, 2), 6},
		{during(measures, converge, 6), 5},
		{during(measures, converge, 10), 5},
		{during(measures, converge, 14), 5},
		{during(measures, converge, 18), 5},
		{during(measures, converge, 24), 5},
		{during(measures, converge, 30), 5},
		{during(measures, converge, 36), 12},
		{after(measures, converge, 47), 14},
		{after(workshop.StepForces, converge, 48), 16},
		{during(workshop.StepName, converge, 8), 8},
		{after(workshop.StepName, converge, 11), 14},
		{after(workshop.StepName, converge, 22), 14},
		{during(workshop.StepLeader, converge, 8), 8},
		{after(workshop.StepLeader, converge, 22), 18},
		{during(workshop.StepClosing, workshop.PhaseCanvas, 1), 30},
	}
}

// errSeen ends a rehearsal of which there is no more to see.
var errSeen = errors.New("everything that was wanted was seen")

// watch holds a rehearsal, and looks at it at every pause, and whenever something was told.
func (st *studio) watch(look func(instant) error) {
	st.t.Helper()
	now := instant{}
	pace := func(d time.Duration) error {
		if at := st.room.State().At; at.Step != now.step || at.Phase != now.phase {
			now = during(at.Step, at.Phase, 0)
		}
		now.nth++
		if err := look(now); err != nil {
			return err
		}
		return st.clock.pass(st.t.Context(), d)
	}
	tell := func(string) { _ = look(after(now.step, now.phase, now.nth)) } // only a pause can end a rehearsal
	if err := st.company.Play(st.t.Context(), stage{st.room}, pace, tell); err != nil && !errors.Is(err, errSeen) {
		st.t.Fatal(err)
	}
}

// draw is a picture of what is on a screen now.
func (s still) draw(screen *tuitest.Screen) string {
	d := newDrawing(s.title, !s.light)
	d.add(screen, 0)
	return d.String()
}

// With -pictures all of them are drawn anew. It takes half a minute, and has to be looked at.
func TestDrawPictures(t *testing.T) {
	if !*pictures {
		t.Skip("only with -pictures")
	}
	st := openStudio(t, shown())
	screens := make(map[workshop.PersonID]*easel)
	screens[host] = st.show(host, true)
	light := st.show(host, false)
	taken := make(map[instant]bool) // something can be told twice after one pause
	roll := newDrawing("A whole workshop on the facilitator's screen, from the arrival to the canvas", true)
	st.watch(func(now instant) error {
		for _, s := range stills() {
			if s.at != now {
				continue
			}
			if screens[s.who] == nil {
				screens[s.who] = st.show(s.who, true)
			}
			screen := screens[s.who]
			if s.light {
				screen = light
			}
			screen.settledIn(now)
			if s.typed != "" {
				screen.typeIn(s.typed)
				screen.settled()
			}
			keep(t, s.name+".svg", []byte(s.draw(screen.Screen)))
		}
		for _, f := range film() {
			if f.instant == now && !taken[now] {
				taken[now] = true
				screens[host].settledIn(now)
				roll.add(screens[host].Screen, f.tenths*time.Second/10)
			}
		}
		return nil
	})
	if len(roll.frames) != len(film()) {
		t.Errorf("the film has %d frames that differ, want %d", len(roll.frames), len(film()))
	}
	keep(t, "workshop.svg", []byte(roll.String()))
	poster(t, st.room.State().Canvas())
}

// settledIn waits until a screen has come to a phase, and has not changed for a moment.
func (e *easel) settledIn(at instant) {
	if words, ok := map[workshop.Phase]string{
		workshop.PhaseGather: "gathering", workshop.PhaseBrief: "what it is for", workshop.PhaseDiverge: "writing alone",
		workshop.PhaseShare: "reading together", workshop.PhaseAlign: "do we agree", workshop.PhaseCanvas: "what we made together",
	}[at.phase]; ok {
		e.See(words)
	}
	e.settled()
}

// typeIn types on somebody's screen, and waits until it can be read there.
func (e *easel) typeIn(text string) {
	_, _ = io.WriteString(e.keys, text)
	e.See(text)
}

func keep(t *testing.T, name string, page []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(gallery, name), page, 0o644); err != nil {
		t.Fatal(err)
	}
}

// poster is a picture of the canvas as HTML, printed on A3 by Chromium and drawn by Ghostscript, where there are both.
func poster(t *testing.T, c workshop.Canvas) {
	t.Helper()
	for _, program := range []string{"chromium", "gs"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Logf("the poster stays as it was: %v", err)
			return
		}
	}
	var page bytes.Buffer
	if err := export.Write(&page, export.FormatHTML, c); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "canvas.html")
	if err := os.WriteFile(path, page.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	printed, picture := filepath.Join(filepath.Dir(path), "canvas.pdf"), filepath.Join(gallery, "canvas.png")
	for _, command := range [][]string{
		{"chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf=" + printed, "file://" + path},
		{
			"gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=png16m", "-r300", "-dDownScaleFactor=3",
			"-dLastPage=1", "-sOutputFile=" + picture, printed,
		},
	} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", command[0], err, out)
		}
	}
}

// The join picture is drawn anew in every test, and must be the one that is kept: what the README shows is what people
// see. The others are not compared: the seal in them is another each time, and so is what follows from a lot.
func TestTheJoinPictureIsWhatPeopleSee(t *testing.T) {
	for _, s := range stills()[:2] {
		t.Run(s.name, func(t *testing.T) {
			kept, err := os.ReadFile(filepath.Join(gallery, s.name+".svg"))
			if err != nil {
				t.Fatal(err)
			}
			want := struct {
				Desc string `xml:"desc"`
			}{}
			if err := xml.Unmarshal(kept, &want); err != nil {
				t.Fatal(err)
			}
			st := openStudio(t, shown())
			screen := st.show(s.who, !s.light)
			st.watch(func(now instant) error {
				if now != s.at {
					return nil
				}
				screen.Until("what is on the picture; if the screen was changed, run this package's tests with -pictures:\n"+want.Desc,
					func(text string) bool { return trimmed(text) == want.Desc })
				if s.draw(screen.Screen) != string(kept) {
					t.Error("the colours or the drawing are others than on the picture; run this package's tests with -pictures")
				}
				return errSeen
			})
		})
	}
}

// Every picture can be shown by a browser, loads nothing, is small enough for a page, and tells nothing of the machine on
// which it was made.
func TestPicturesAreFitForThePage(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	most := map[string]int{"workshop.svg": 600_000, "canvas.png": 300_000}
	for _, s := range stills() {
		most[s.name+".svg"] = 120_000
	}
	entries, err := os.ReadDir(gallery)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if most[e.Name()] == 0 {
			t.Errorf("%s: nobody draws it", e.Name())
		}
	}
	address := regexp.MustCompile(`\d+\.\d+\.\d+\.\d+`)
	host, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for name, limit := range most {
		page, err := os.ReadFile(filepath.Join(gallery, name))
		if err != nil {
			t.Error(err)
			continue
		}
		if len(page) > limit {
			t.Errorf("%s has %d bytes, at most %d are good", name, len(page), limit)
		}
		if !strings.Contains(string(readme), ".github/pictures/"+name) {
			t.Errorf("the README doesn't show %s", name)
		}
		if strings.HasSuffix(name, ".png") {
			if !bytes.HasPrefix(page, []byte("\x89PNG\r\n\x1a\n")) {
				t.Errorf("%s is no PNG", name)
			}
			continue
		}
		if err := elements(page); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if strings.Contains(string(page), host) {
			t.Errorf("%s names this machine", name)
		}
		for _, a := range address.FindAllString(string(page), -1) {
			if a != "192.168.1.7" {
				t.Errorf("%s has the address %s on it", name, a)
			}
		}
	}
}

// elements reads an SVG to its end, and refuses what a picture should not have.
func elements(page []byte) error {
	allowed := []string{"svg", "title", "desc", "style", "defs", "g", "use", "rect", "path", "text"}
	for d := xml.NewDecoder(bytes.NewReader(page)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if !slices.Contains(allowed, e.Name.Local) {
			return errors.New("an element " + e.Name.Local)
		}
		for _, a := range e.Attr {
			if a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") || strings.HasPrefix(a.Name.Local, "on") {
				return errors.New("it leads somewhere: " + a.Value)
			}
		}
	}
}
