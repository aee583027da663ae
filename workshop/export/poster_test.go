package export

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"convene/workshop"
	"convene/workshop/text"
)

// The sheet within its margins, in pixels of the style.
const (
	sheetWide = (420 - 2*12) * 960 / 254
	sheetHigh = (297 - 2*12) * 960 / 254
)

// chromium is the browser that opens the pages.
type chromium struct{ path, profile string }

// findChromium skips the test where there is none.
func findChromium(t *testing.T) chromium {
	t.Helper()
	if testing.Short() {
		t.Skip("not with -short: a browser opens every page")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return chromium{path, t.TempDir()}
		}
	}
	t.Skip("no chromium in PATH: apt-get install chromium, and this test looks at the pages in it")
	return chromium{}
}

func (c chromium) run(t *testing.T, args ...string) []byte {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, c.path, append([]string{
		"--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--user-data-dir=" + c.profile,
	}, args...)...)
	var complaints bytes.Buffer
	cmd.Stderr = &complaints
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, complaints.String())
	}
	return out
}

// measuring is a script that writes into the page what does not fit: everything that is wider than its box, that
// reaches out of the window or, in a diagram, out of the picture, and the height of the page when there is a limit.
// Only tests put it into a page.
const measuring = `<script>
addEventListener("load", () => {
  const wide = document.documentElement.clientWidth, found = [];
  const name = e => e.tagName + "." + (e.getAttribute("class") || "") + " " + (e.textContent || "").trim().slice(0, 40);
  let seen = 0;
  for (const e of document.body.querySelectorAll("*")) {
    const r = e.getBoundingClientRect();
    if (e.tagName == "SCRIPT" || !r.width && !r.height) continue;
    seen++;
    if (e instanceof HTMLElement && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display != "inline") found.push("too wide: " + name(e));
    if (e.scrollHeight > e.clientHeight + 2 && getComputedStyle(e).display == "block" && e.tagName == "SECTION") found.push("too high: " + name(e));
    if (r.left < -1 || r.right > wide + 1) found.push("out of the window: " + name(e));
    const svg = e.ownerSVGElement && e.ownerSVGElement.getBoundingClientRect();
    if (svg && (r.left < svg.left - 1 || r.right > svg.right + 1 || r.bottom > svg.bottom + 1)) found.push("out of the picture: " + name(e));
  }
  const limit = LIMIT, high = document.documentElement.scrollHeight;
  if (limit && high > limit) found.push("too high for the sheet: " + high + " of " + limit);
  const box = (document.querySelector(".box") || document.body).getBoundingClientRect();
  document.body.innerHTML = "";
  document.body.setAttribute("data-measured", seen + " elements, " + wide + " wide, the first box " + Math.round(box.width) + "\n" + found.join("\n"));
});
</script></body>`

// window is one in which a page is looked at: as it is, or as if it were printed. A limit is the greatest height.
type window struct {
	about        string
	source       string
	width, limit int
}

// measure opens pages in windows, and returns how much was looked at in each and what does not fit.
func (c chromium) measure(t *testing.T, windows ...window) (looks []string, complaints []string) {
	t.Helper()
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	frames := `<body style="margin:0">` // a window cannot be as narrow as a phone, but a frame can
	for i, w := range windows {
		page := strings.Replace(w.source, "default-src 'none';", "default-src 'none'; script-src 'unsafe-inline';", 1)
		page = strings.Replace(page, "</body>", strings.Replace(measuring, "LIMIT", fmt.Sprint(w.limit), 1), 1)
		name := fmt.Sprintf("page%d.html", i)
		write(name, page)
		frames += fmt.Sprintf(`<iframe src="%s" style="border:0;width:%dpx;height:1000px"></iframe>`, name, w.width)
	}
	frames += `<script>addEventListener("load", () => document.querySelectorAll("iframe").forEach(f =>
		f.setAttribute("data-measured", f.contentDocument.body.getAttribute("data-measured"))))</script></body>`
	out := string(c.run(t, "--allow-file-access-from-files", "--window-size=1600,1200", "--dump-dom", "file://"+write("frames.html", frames)))
	measured := regexp.MustCompile(`(?s)data-measured="([^"]*)"`).FindAllStringSubmatch(out, -1)
	if len(measured) != len(windows) {
		t.Fatalf("%d of %d windows were measured:\n%s", len(measured), len(windows), out)
	}
	for i, m := range measured {
		lines := strings.Split(strings.TrimSpace(m[1]), "\n")
		if !strings.Contains(lines[0], fmt.Sprintf(" %d wide", windows[i].width)) {
			t.Fatalf("%s: nothing was measured: %q", windows[i].about, m[1])
		}
		looks = append(looks, windows[i].about+": "+lines[0])
		for _, l := range lines[1:] {
			complaints = append(complaints, windows[i].about+": "+l)
		}
	}
	return looks, complaints
}

// pages prints a page into a PDF and counts its sheets, which must be A3 in landscape.
func (c chromium) pages(t *testing.T, source string) int {
	t.Helper()
	dir := t.TempDir()
	page, pdf := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(page, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	c.run(t, "--no-pdf-header-footer", "--print-to-pdf="+pdf, "file://"+page)
	content, err := os.ReadFile(pdf)
	if err != nil {
		t.Fatal(err)
	}
	objects := inflated(content)
	sheets := len(regexp.MustCompile(`/Type\s*/Page\b`).FindAll(objects, -1))
	boxes := regexp.MustCompile(`/MediaBox\s*\[0 0 (\d+)[.\d]* (\d+)[.\d]*\]`).FindAllSubmatch(objects, -1)
	if len(boxes) == 0 || !strings.HasPrefix(string(boxes[0][1]), "119") || !strings.HasPrefix(string(boxes[0][2]), "84") {
		t.Errorf("the sheet is %q, want A3 in landscape", boxes)
	}
	return sheets
}

// inflated is a PDF with the streams of objects that are packed in it.
func inflated(pdf []byte) []byte {
	out := bytes.Clone(pdf)
	for _, part := range bytes.Split(pdf, []byte("stream"))[1:] {
		if r, err := zlib.NewReader(bytes.NewReader(bytes.TrimLeft(part, "\r\n"))); err == nil {
			if plain, err := io.ReadAll(r); err == nil && bytes.Contains(plain, []byte("/Type")) {
				out = append(out, plain...)
			}
		}
	}
	return out
}

// printed is a page that looks on the screen as it does on paper.
func printed(source string) string {
	return strings.NewReplacer(
		"@media print, (min-width: 64rem)", "@media all", "@media print", "@media all", "@media screen", "@media speech",
	).Replace(source)
}

// widest is a French poster in which everything is as long as it may be, and has no place to break.
func widest() workshop.Canvas {
	word := func(n int) string { return text.Clip(strings.Repeat("Wâm", n), n) }
	c := french()
	c.Title, c.Named, c.Topic = word(workshop.MaxProposalLen), true, word(workshop.MaxTopicLen)
	c.Wording = workshop.Wording{Sections: map[workshop.Section]string{}, Steps: map[workshop.Step]workshop.StepWording{}}
	for i, s := range workshop.Sections() {
		c.Wording.Sections[s] = word(workshop.MaxHeading)
		c.Sections[i].Entries = append(c.Sections[i].Entries, workshop.Entry{Title: word(workshop.MaxTitleLen), Dots: 120})
	}
	for step := range c.Settlements {
		c.Wording.Steps[step] = workshop.StepWording{Heading: word(workshop.MaxStepHeading)}
	}
	c.Forces.Support[0].Title, c.Forces.SlowDown[0].Title = word(workshop.MaxTitleLen), word(workshop.MaxNoteLen)
	c.People = append(c.People, word(32))
	c.LeaderHow, c.LeaderTerms = workshop.ByConsent, word(workshop.MaxReasonLen)
	c.Actions = []workshop.Planned{
		{ID: 1, What: word(workshop.MaxActionLen), Owner: word(32), Due: "2026-12-04"}, {ID: 2, What: word(workshop.MaxActionLen), Due: "2027-02-28"},
	}
	return c
}

// foreign is a poster in French of a group that writes in Arabic and Chinese, and has sections of its own.
func foreign() workshop.Canvas {
	in := func(topic, name, note, person string) workshop.Canvas {
		return typing{name, topic, note, note, note, note, person, person, note}.fill()
	}
	c := in("حرفية البرمجيات في المؤسسة", "دائرة الحرفيين", "نتعلم بعضنا من بعض كل أسبوعين", "أحمد بن يوسف")
	other := in("软件工艺与团队学习的实践社区", "工匠圈", "我们每两周一起学习，互相帮助，没有人独自面对问题", "李梅")
	c.Lang, c.Named = workshop.French, true
	c.Wording = workshop.Wording{Sections: map[workshop.Section]string{workshop.SectionHow: "كيف", workshop.SectionMeasures: other.Topic}}
	for i := range c.Sections {
		if i%2 == 1 {
			c.Sections[i] = other.Sections[i]
		}
	}
	c.Forces.SlowDown, c.LeaderTerms = other.Forces.SlowDown, other.LeaderTerms
	c.Actions, c.People = append(c.Actions, other.Actions...), append(c.People, other.People...)
	return c
}

func TestPosterInChromium(t *testing.T) {
	browser := findChromium(t)
	c := withForces()
	c.Title = strings.Repeat("Donaudampfschifffahrtsgesellschaft", 3)[:workshop.MaxTopicLen]
	for _, tt := range []struct {
		about  string
		canvas workshop.Canvas
		sheets int // 0 for several
	}{
		{"nothing yet", bare(), 1},
		{"3 notes", crowded(3), 1},
		{"30 notes", crowded(30), 1},
		{"150 notes", crowded(150), 1},
		{"400 notes", crowded(400), 0},
		{"a long word for a title", c, 1},
		{"markup", nasty(), 1},
		{"the widest, in French", widest(), 1},
		{"Arabic and Chinese, in French", foreign(), 1},
	} {
		t.Run(tt.about, func(t *testing.T) {
			source := string(written(t, FormatHTML, tt.canvas))
			if got := browser.pages(t, source); got != tt.sheets && (tt.sheets > 0 || got < 2) {
				t.Errorf("%d sheets, want %d", got, tt.sheets)
			}
			windows := []window{
				{"on a phone", source, 390, 0},
				{"on a small phone", source, 320, 0},
				{"on a tablet", source, 820, 0},
				{"on a screen", source, 1440, 0},
			}
			if tt.sheets == 1 {
				windows = append(windows, window{"on the sheet", printed(source), sheetWide, sheetHigh})
			}
			looks, complaints := browser.measure(t, windows...)
			for _, x := range complaints {
				t.Error(x)
			}
			t.Log(strings.Join(looks, "\n"))
		})
	}
}

// A test that finds nothing may be one that looks at nothing.
func TestTheMeasureFindsWhatDoesNotFit(t *testing.T) {
	browser := findChromium(t)
	source := string(written(t, FormatHTML, crowded(30)))
	_, complaints := browser.measure(t,
		window{"lines that don't break", strings.ReplaceAll(source, "overflow-wrap: anywhere", "white-space: nowrap"), 390, 0},
		window{"half a sheet", printed(source), sheetWide, sheetHigh / 2},
		window{"large labels", strings.ReplaceAll(source, "font-size: 10px", "font-size: 30px"), 390, 0},
	)
	for _, want := range []string{"lines that don't break: too wide", "half a sheet: too high for", "large labels: out of the picture"} {
		if !strings.Contains(strings.Join(complaints, "\n"), want) {
			t.Errorf("no %q in\n%s", want, strings.Join(complaints, "\n"))
		}
	}
	if n := browser.pages(t, strings.ReplaceAll(source, "min-height: 272mm", "min-height: 300mm")); n != 2 {
		t.Errorf("a poster of 300 mm takes %d sheets", n)
	}
}
