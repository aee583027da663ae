package export

import (
	"bytes"
	"errors"
	"testing"
)

func TestUnknownFormatIsRefused(t *testing.T) {
	for _, f := range []Format{"", "pdf", "Markdown", "json "} {
		var b bytes.Buffer
		if err := Write(&b, f, full()); !errors.Is(err, ErrFormat) {
			t.Errorf("%q: got %v, want ErrFormat", f, err)
		}
		if f.Ending() != "" {
			t.Errorf("%q: files end in %q", f, f.Ending())
		}
		if b.Len() > 0 {
			t.Errorf("%q: wrote %q", f, b.String())
		}
	}
}

var errDisk = errors.New("disk full")

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errDisk }

func TestErrorOfTheWriterIsReported(t *testing.T) {
	for _, f := range Formats() {
		if err := Write(fullDisk{}, f, full()); !errors.Is(err, errDisk) {
			t.Errorf("%s: got %v, want the writer's error", f, err)
		}
	}
}
