package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

// page is where a page begins in a file.
func page(id uint64) int { return int(id) * os.Getpagesize() }

func mustMeta(t testing.TB, file []byte) meta {
	t.Helper()
	m, err := readMeta(bytes.NewReader(file), os.Getpagesize())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// rewrite writes a file without cutting it to nothing first, which some file systems answer with a slow sync.
func rewrite(path string, with []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(with)
	return errors.Join(err, f.Truncate(int64(len(with))), f.Close())
}

func overwrite(t *testing.T, path string, with []byte) {
	t.Helper()
	if err := rewrite(path, with); err != nil {
		t.Fatal(err)
	}
}

// wantWholeOrRefused opens a damaged file. If that is refused, it must be for one of the reasons, by both ways to open
// a file, and the file is as it was. If not, it must show the same before and after somebody opened it to write.
func wantWholeOrRefused(t *testing.T, path string, damaged []byte, reasons ...error) (content, bool) {
	t.Helper()
	overwrite(t, path, damaged)
	reader, readErr := OpenReadOnly(path)
	var before content
	if readErr == nil {
		before = readAll(t, reader)
		closeStore(t, reader)
	}
	if contents(t, path) != string(damaged) {
		t.Fatal("reading changed the file")
	}
	s, err := Open(path)
	if (err == nil) != (readErr == nil) {
		t.Fatalf("to read: %v, to write: %v", readErr, err)
	}
	if err == nil {
		after := readAll(t, s)
		if diff := cmp.Diff(before, after); diff != "" {
			t.Fatalf("opening it changed what it holds (-before +after):\n%s", diff)
		}
		closeStore(t, s)
		return after, true
	}
	for _, reason := range reasons {
		if errors.Is(err, reason) && errors.Is(readErr, reason) && strings.Contains(err.Error(), path) {
			if contents(t, path) != string(damaged) {
				t.Fatal("it was refused, and changed")
			}
			return content{}, false
		}
	}
	t.Fatalf("refused with %v", err)
	return content{}, false
}

func TestAFlippedBitInTheListOfFreePagesHarmsNothing(t *testing.T) {
	file, was := sampleFile(t)
	at := page(mustMeta(t, file).freelist)
	h := readHeader(file[at:])
	if h.flags != freelistPage || h.count < 3 || h.overflow != 0 {
		t.Fatalf("the sample's list of free pages is %+v", h)
	}
	path := filepath.Join(t.TempDir(), "convene.db")
	said := headerSize + 8*int(h.count)
	for i := range 8 * (said + 8) { // and a little of what is behind the list
		damaged := bytes.Clone(file)
		damaged[at+i/8] ^= 1 << (i % 8)
		got, opened := wantWholeOrRefused(t, path, damaged, ErrDamaged)
		if opened && i < 8*said {
			t.Errorf("bit %d: not noticed", i)
		}
		if diff := cmp.Diff(was, got); opened && diff != "" {
			t.Fatalf("bit %d (-was +got):\n%s", i, diff)
		}
	}
	for i := 8 * said; i < 8*os.Getpagesize(); i += 61 { // nothing is there
		file[at+i/8] ^= 1 << (i % 8)
		if _, err := readPageMap(bytes.NewReader(file), int64(len(file)/page(1)), page(1)); err != nil {
			t.Fatalf("bit %d: %v", i, err)
		}
		file[at+i/8] ^= 1 << (i % 8)
	}
}

func TestADamagedByteNeitherPanicsNorSpreads(t *testing.T) {
	file, _ := sampleFile(t)
	m, err := readPageMap(bytes.NewReader(file), int64(len(file)/page(1)), page(1))
	if err != nil {
		t.Fatal(err)
	}
	var pages []int
	for id, used := range m {
		if used {
			pages = append(pages, page(uint64(id)))
		}
	}
	path := filepath.Join(t.TempDir(), "convene.db")
	r := rand.New(rand.NewPCG(5, 7))
	refused := 0
	for i := range 300 {
		at := pages[r.IntN(len(pages))] + r.IntN([]int{80, page(1)}[i%2]) // half of it where pages say what they are
		damaged := bytes.Clone(file)
		if i%3 == 0 {
			damaged[at] = []byte{0, 0x80, 0xff}[r.IntN(3)]
		} else {
			damaged[at] ^= 1 << r.IntN(8)
		}
		t.Run(fmt.Sprintf("byte %#x is %#x", at, damaged[at]), func(t *testing.T) {
			if _, ok := wantWholeOrRefused(t, path, damaged, ErrDamaged, ErrForeign, ErrNewer); !ok {
				refused++
				return
			}
			if i%5 > 0 {
				return
			}
			// It can be written to as well. Whether the log takes the record depends on whether it can be read.
			s, err := Open(path)
			if err != nil {
				t.Fatal(err)
			}
			e := workshop.Envelope{By: "p-ada"}
			_ = s.Append(t.Context(), "quiet-heron", 60, workshop.Records(60, e, workshop.MinuteAsked{})...)
			closeStore(t, s)
			checkPages(t, path)
		})
	}
	if refused < 50 {
		t.Errorf("only %d of 300 were refused", refused)
	}
}

func TestANameThatIsDamagedIsNoticed(t *testing.T) {
	for _, c := range []struct{ name, from, to string }{
		{"all workshops", "workshops", "workshopr"},
		{"records", "records", "recnrds"},
		{"the box", "box", "bnx"},
	} {
		t.Run(c.name, func(t *testing.T) {
			file, _ := sampleFile(t)
			damaged := bytes.ReplaceAll(file, []byte(c.from), []byte(c.to))
			if _, ok := wantWholeOrRefused(t, filepath.Join(t.TempDir(), "x"), damaged, ErrDamaged); ok {
				t.Error("not noticed")
			}
		})
	}
}

func TestScrubTakesNothingAwayFromADamagedFile(t *testing.T) {
	path := newPath(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	votes(t, s, 0, 3)
	file := []byte(contents(t, path))
	list := page(mustMeta(t, file).freelist) + headerSize
	file[list] ^= 1
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := s.scrub(); !errors.Is(err, ErrDamaged) {
		t.Errorf("got %v", err)
	}
	if contents(t, path) != string(file) {
		t.Error("the file was changed")
	}
	if err := s.Close(); !errors.Is(err, ErrDamaged) {
		t.Errorf("close: %v", err)
	}
}
