package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"

	"convene/workshop"
)

// inUseAlready is a file at a path of its own, with a workshop that no backup has.
func inUseAlready(t *testing.T) string {
	t.Helper()
	path := newPath(t)
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	appendTo(t, s, "late-lark", 0, workshop.MinuteAsked{})
	closeStore(t, s)
	return path
}

func contentOf(t *testing.T, path string) content {
	t.Helper()
	s, err := OpenReadOnly(path)
	if err != nil {
		t.Fatal(err)
	}
	defer closeStore(t, s)
	return readAll(t, s)
}

func TestABackupIsRestoredWhereNoFileIs(t *testing.T) {
	backup, path := heldFile(t), newPath(t)
	r, err := Restore(t.Context(), backup, path, false)
	if err != nil || r.Kept != "" || r.Audit.Workshops != 3 {
		t.Fatalf("got %+v, %v", r, err)
	}
	if diff := cmp.Diff(contentOf(t, backup), contentOf(t, path)); diff != "" {
		t.Errorf("(-backup +restored):\n%s", diff)
	}
	onlyFiles(t, filepath.Dir(path), "convene.db")
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700 | os.ModeDir} {
		if info, err := os.Stat(name); err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
}

func TestWhatWasThereIsKept(t *testing.T) {
	backup, path := heldFile(t), inUseAlready(t)
	before := contents(t, path)
	if _, err := Restore(t.Context(), backup, path, false); !errors.Is(err, ErrExists) || contents(t, path) != before {
		t.Fatalf("without being told to: %v", err)
	}
	onlyFiles(t, filepath.Dir(path), "convene.db")
	first, err := Restore(t.Context(), backup, path, true)
	if err != nil || first.Kept != path+".before-restore" || contents(t, first.Kept) != before {
		t.Fatalf("got %+v, %v", first, err)
	}
	if diff := cmp.Diff(contentOf(t, backup), contentOf(t, path)); diff != "" {
		t.Errorf("(-backup +restored):\n%s", diff)
	}
	restored := contents(t, path)
	second, err := Restore(t.Context(), backup, path, true)
	if err != nil || second.Kept != path+".before-restore-2" || contents(t, second.Kept) != restored {
		t.Fatalf("again: got %+v, %v", second, err)
	}
	if contents(t, first.Kept) != before {
		t.Error("what was kept first is gone")
	}
	onlyFiles(t, filepath.Dir(path), "convene.db", "convene.db.before-restore", "convene.db.before-restore-2")
}

// A server may start while a backup is verified. What it has made there, and what people are told is saved in it, stays.
func TestNothingThatCameMeanwhileIsReplaced(t *testing.T) {
	backup, path := heldFile(t), newPath(t)
	ctx := &meanwhile{Context: t.Context(), path: path, do: func() {
		s := opened(t, path)
		appendTo(t, s, "late-lark", 0, workshop.MinuteAsked{})
	}}
	if r, err := Restore(ctx, backup, path, false); !errors.Is(err, ErrExists) || r.Kept != "" {
		t.Errorf("got %+v, %v", r, err)
	}
	if ctx.do != nil {
		t.Fatal("nobody came")
	}
	onlyFiles(t, filepath.Dir(path), "convene.db")
}

// Nor is the empty file of somebody who is about to make workshops of it, or has just done so.
func TestAnEmptyFileIsKeptForWhoRestores(t *testing.T) {
	backup, path := heldFile(t), filepath.Join(t.TempDir(), "convene.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx := &meanwhile{Context: t.Context(), path: path, do: func() {
		if s, err := Open(path); !errors.Is(err, ErrLocked) {
			t.Errorf("a server starts: %v", errors.Join(err, s.Close()))
		}
	}}
	if _, err := Restore(ctx, backup, path, false); err != nil || ctx.do != nil {
		t.Errorf("got %v", err)
	}
	if a := verified(t, path); a.Workshops != 3 {
		t.Errorf("%+v", a)
	}
	if _, _, err := claim(path, false); !errors.Is(err, ErrExists) { // it had been looked at when it was empty
		t.Errorf("it counts as empty: %v", err)
	}
}

// Whoever is making workshops of an empty file at this moment has it locked, and keeps it.
func TestAnEmptyFileThatSomebodyHoldsIsNotReplaced(t *testing.T) {
	backup, path := heldFile(t), filepath.Join(t.TempDir(), "convene.db")
	letGo, err := Hold(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, replace := range []bool{false, true} {
		if _, err := Restore(t.Context(), backup, path, replace); !errors.Is(err, ErrLocked) || contents(t, path) != "" {
			t.Errorf("got %v", err)
		}
	}
	if err := letGo(); err != nil {
		t.Fatal(err)
	}
	if _, err := Restore(t.Context(), backup, path, false); err != nil {
		t.Error(err)
	}
}

// meanwhile is a context that does something once, when a draft of the copy is there.
type meanwhile struct {
	context.Context
	path string
	do   func()
}

func (m *meanwhile) Err() error {
	if drafts, _ := filepath.Glob(m.path + ".*.tmp"); len(drafts) > 0 && m.do != nil {
		m.do()
		m.do = nil
	}
	return m.Context.Err()
}

// What can't be opened any more is what a backup is for.
func TestWhatIsBrokenIsReplacedAndKept(t *testing.T) {
	for name, content := range map[string]string{"nonsense": strings.Repeat("dear diary\n", 5000), "short": "x"} {
		backup, path := heldFile(t), filepath.Join(t.TempDir(), "convene.db")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		r, err := Restore(t.Context(), backup, path, true)
		if err != nil || contents(t, r.Kept) != content {
			t.Errorf("%s: got %+v, %v", name, r, err)
		}
		if a := verified(t, path); len(a.Troubles) > 0 || a.Workshops != 3 {
			t.Errorf("%s: %+v", name, a)
		}
	}
	backup, path := heldFile(t), inUseAlready(t)
	file := []byte(contents(t, path))
	overwrite(t, path, file[:3*page(1)])
	if r, err := Restore(t.Context(), backup, path, true); err != nil || contents(t, r.Kept) != string(file[:3*page(1)]) {
		t.Errorf("without its end: %+v, %v", r, err)
	}
}

func TestAnEmptyFileIsNoFile(t *testing.T) {
	backup, path := heldFile(t), filepath.Join(t.TempDir(), "convene.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if r, err := Restore(t.Context(), backup, path, false); err != nil || r.Kept != "" {
		t.Errorf("got %+v, %v", r, err)
	}
	onlyFiles(t, filepath.Dir(path), "convene.db")
}

func TestNothingIsRestoredFromWhatIsDamaged(t *testing.T) {
	path := inUseAlready(t)
	before := contents(t, path)
	for name, damage := range map[string]func(backup string) []byte{
		"a record": func(backup string) []byte {
			return []byte(strings.Replace(contents(t, backup), `"kind":"note-written"`, `"kind":"note-written'`, 1))
		},
		"a page": func(backup string) []byte {
			file := []byte(contents(t, backup))
			file[page(pageOf(t, backup, "quiet-heron"))] ^= 0xff
			return file
		},
	} {
		backup := heldFile(t)
		overwrite(t, backup, damage(backup))
		r, err := Restore(t.Context(), backup, path, true)
		if !errors.Is(err, ErrUnfit) || !strings.Contains(err.Error(), backup) || len(r.Audit.Troubles) == 0 {
			t.Errorf("%s: got %+v, %v", name, r, err)
		}
	}
	diary := filepath.Join(t.TempDir(), "diary")
	if err := os.WriteFile(diary, []byte(strings.Repeat("dear diary\n", 5000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]error{diary: ErrForeign, diary + "none": os.ErrNotExist} {
		if _, err := Restore(t.Context(), name, path, true); !errors.Is(err, want) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := Restore(t.Context(), path, path, true); err == nil || !strings.Contains(err.Error(), "is the file itself") {
		t.Errorf("from itself: %v", err)
	}
	if contents(t, path) != before {
		t.Error("the file was changed")
	}
	onlyFiles(t, filepath.Dir(path), "convene.db")
}

func TestNothingIsRestoredUnderWhoHasTheFileOpen(t *testing.T) {
	backup, path := heldFile(t), inUseAlready(t)
	s := opened(t, path)
	before := contents(t, path)
	synctest.Test(t, func(t *testing.T) {
		if _, err := Restore(t.Context(), backup, path, true); !errors.Is(err, ErrLocked) {
			t.Errorf("got %v", err)
		}
	})
	closeStore(t, s)
	if contents(t, path) != before {
		t.Error("the file was changed")
	}
	onlyFiles(t, filepath.Dir(path), "convene.db")
}

func TestALinkStaysALink(t *testing.T) {
	backup, path := heldFile(t), inUseAlready(t)
	before := contents(t, path)
	link := filepath.Join(t.TempDir(), "convene.db")
	if err := os.Symlink(path, link); err != nil {
		t.Fatal(err)
	}
	r, err := Restore(t.Context(), backup, link, true)
	if err != nil || contents(t, r.Kept) != before {
		t.Fatalf("got %+v, %v", r, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is %v, %v", info.Mode(), err)
	}
	if a := verified(t, path); a.Workshops != 3 {
		t.Errorf("%+v", a)
	}
}

// Who waits for the file while a backup is restored would get the old one, under its new name.
func TestWhoWaitsWhileABackupIsRestoredGetsNotTheOldFile(t *testing.T) {
	backup, path := heldFile(t), inUseAlready(t)
	synctest.Test(t, func(t *testing.T) {
		reader, err := OpenReadOnly(path)
		if err != nil {
			t.Fatal(err)
		}
		got := make(chan error, 1)
		go func() {
			s, err := Open(path)
			if err == nil {
				err = errors.Join(errors.New("it was opened"), s.Close())
			}
			got <- err
		}()
		synctest.Wait() // until it waits for the lock
		if _, err := Restore(t.Context(), backup, path, true); err != nil {
			t.Fatal(err)
		}
		closeStore(t, reader)
		if err := <-got; !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), "try again") {
			t.Errorf("got %v", err)
		}
	})
	closeStore(t, opened(t, path))
}

// What was kept is put back where it was, if nobody else is there, and in no case is the only name of it taken away.
func TestWhatWasKeptIsPutBack(t *testing.T) {
	path := inUseAlready(t)
	folder, before := filepath.Dir(path), contents(t, path)
	keep := func() string {
		kept, err := keepBeside(path)
		if err != nil {
			t.Fatal(err)
		}
		return kept
	}
	if err := putBack(keep(), path); err != nil || contents(t, path) != before {
		t.Errorf("beside: %v", err)
	}
	onlyFiles(t, folder, "convene.db")
	kept := keep()
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := putBack(kept, path); err != nil || contents(t, path) != before {
		t.Errorf("moved away: %v", err)
	}
	onlyFiles(t, folder, "convene.db")
	kept = keep()
	if err := errors.Join(os.Remove(path), os.WriteFile(path, []byte("of somebody else"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := putBack(kept, path); err == nil || !strings.Contains(err.Error(), kept) || contents(t, kept) != before {
		t.Errorf("somebody else came: %v", err)
	}
	if contents(t, path) != "of somebody else" {
		t.Error("theirs was replaced")
	}
}
