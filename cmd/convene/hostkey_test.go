package main

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
)

// keyPath is where no key is yet, in a folder that is not there either.
func keyPath(t *testing.T) string { return filepath.Join(t.TempDir(), "convene", "host_key") }

// mustKey gives the key, and checks that it is the one in the file and can sign.
func mustKey(t *testing.T, path, seen string, renew bool) string {
	t.Helper()
	key, fingerprint, err := hostKey(path, seen, renew)
	if err != nil {
		t.Fatal(err)
	}
	stored, err := ssh.ParsePrivateKey([]byte(read(t, path)))
	if err != nil {
		t.Fatal(err)
	}
	if got := ssh.FingerprintSHA256(stored.PublicKey()); got != fingerprint {
		t.Errorf("the file has %s, want %s", got, fingerprint)
	}
	signed, err := key.Sign(rand.Reader, []byte("hello"))
	if err != nil {
		t.Fatal(err)
	}
	if err := stored.PublicKey().Verify([]byte("hello"), signed); err != nil {
		t.Errorf("the key signs for another one: %v", err)
	}
	return fingerprint
}

// wantRefusedKey checks that the error hints at what to do, and that nothing was written.
func wantRefusedKey(t *testing.T, path, seen string, renew bool, what string, hints ...string) {
	t.Helper()
	before := contentsOf(t, filepath.Dir(path))
	_, _, err := hostKey(path, seen, renew)
	if err == nil {
		t.Fatal("no error")
	}
	said, hint := explain(err)
	if !strings.Contains(said, what) || !strings.Contains(said, path) {
		t.Errorf("it says %q", said)
	}
	for _, h := range hints {
		if !strings.Contains(hint, h) {
			t.Errorf("the hint is %q, want %q", hint, h)
		}
	}
	if after := contentsOf(t, filepath.Dir(path)); after != before {
		t.Errorf("the folder had %s and has %s", before, after)
	}
}

// contentsOf is what is in a folder, with the content of every file.
func contentsOf(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, e := range entries {
		all.WriteString(e.Name() + "\n")
		if e.Type().IsRegular() {
			all.WriteString(read(t, filepath.Join(folder, e.Name())))
		}
	}
	return all.String()
}

func putFile(t *testing.T, path, content string, mode os.FileMode) {
	t.Helper()
	err := errors.Join(
		os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(content), mode), os.Chmod(path, mode),
	)
	if err != nil {
		t.Fatal(err)
	}
}

func TestTheFirstStartMakesAKeyAndLaterOnesKeepIt(t *testing.T) {
	path := keyPath(t)
	first := mustKey(t, path, "", false)
	text := read(t, path)
	if !strings.HasPrefix(text, "-----BEGIN OPENSSH PRIVATE KEY-----\n") {
		t.Errorf("it is %.40q", text)
	}
	for name, want := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != want && runtime.GOOS != "windows" {
			t.Errorf("%s has the mode %v, %v", name, info.Mode(), err)
		}
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("drafts were left: %v", left)
	}
	for _, seen := range []string{"", first} {
		if got := mustKey(t, path, seen, false); got != first {
			t.Errorf("seen %q: it has become %s, was %s", seen, got, first)
		}
	}
	if read(t, path) != text {
		t.Error("the file was changed")
	}
	if other := mustKey(t, keyPath(t), "", false); other == first {
		t.Error("two servers have the same key")
	}
}

func TestAKeyThatIsGoneIsNotMadeAnew(t *testing.T) {
	wantRefusedKey(t, keyPath(t), "SHA256:lanterns", false, "not at", "put it back", "--host-key PATH", "--new-host-key")
}

func TestAnotherKeyThanPeopleHaveSeenIsRefused(t *testing.T) {
	path := keyPath(t)
	there := mustKey(t, path, "", false)
	wantRefusedKey(t, path, "SHA256:lanterns", false, there, "put the old one back", "--host-key PATH", "--new-host-key")
}

func TestWhatIsNoServersKeyIsRefusedAndNeverReplaced(t *testing.T) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	locked, err := ssh.MarshalPrivateKeyWithPassphrase(private, "", []byte("open sesame"))
	if err != nil {
		t.Fatal(err)
	}
	public, err := ssh.NewPublicKey(private.Public())
	if err != nil {
		t.Fatal(err)
	}
	curve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	other, err := ssh.MarshalPrivateKey(curve, "")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ content, what, hint string }{
		"nothing":           {"", "not a key", "--host-key PATH"},
		"a letter":          {"Dear Ada,\n", "not a key", "--host-key PATH"},
		"a book":            {strings.Repeat("It was a dark night.\n", 9999), "not a key", "--host-key PATH"},
		"half a key":        {string(pem.EncodeToMemory(other))[:200], "not a key", "--host-key PATH"},
		"a public key":      {string(ssh.MarshalAuthorizedKey(public)), "not a key", "--host-key PATH"},
		"of another kind":   {string(pem.EncodeToMemory(other)), "not a key", "--host-key PATH"},
		"with a passphrase": {string(pem.EncodeToMemory(locked)), "passphrase", "ssh-keygen -p"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, renew := range []bool{false, true} {
				path := keyPath(t)
				putFile(t, path, c.content, 0o600)
				wantRefusedKey(t, path, "", renew, c.what, c.hint)
				wantRefusedKey(t, path, "SHA256:lanterns", renew, c.what, c.hint)
			}
		})
	}
	t.Run("a folder", func(t *testing.T) {
		path := keyPath(t)
		if err := os.MkdirAll(path, 0o700); err != nil {
			t.Fatal(err)
		}
		wantRefusedKey(t, path, "", true, "not a key", "--host-key PATH")
	})
}

func TestAKeyThatOthersCanReadIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("modes say nothing there")
	}
	for _, mode := range []os.FileMode{0o604, 0o640, 0o622, 0o644, 0o777} {
		path := keyPath(t)
		seen := mustKey(t, path, "", false)
		if err := os.Chmod(path, mode); err != nil {
			t.Fatal(err)
		}
		wantRefusedKey(t, path, "", false, "others may read", "chmod 600 "+path, "--new-host-key")
		wantRefusedKey(t, path, seen, false, "others may read", "chmod 600 "+path, "--new-host-key")
		wantRefusedKey(t, path, "SHA256:lanterns", true, "others may read", "chmod 600 "+path)
		if got := mustKey(t, path, seen, true); got == seen {
			t.Error("what others may have read is still the key")
		}
	}
}

func TestRenewingMakesAKeyWherePeopleHaveSeenTheOneThatIsThere(t *testing.T) {
	path := keyPath(t)
	first := mustKey(t, path, "", false)
	was := read(t, path)
	second := mustKey(t, path, first, true)
	if second == first {
		t.Fatal("it is the same key")
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("its mode is %v, %v", info.Mode(), err)
	}
	kept, err := filepath.Glob(path + ".old-*")
	if err != nil || len(kept) != 1 {
		t.Fatalf("the old one is kept as %v, %v", kept, err)
	}
	if read(t, kept[0]) != was {
		t.Error("what was kept is not the old one")
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 2 {
		t.Errorf("drafts were left: %v", left)
	}
}

// Somebody who names a key of their own does not want it replaced, and a start that made one and failed then does not
// need a second one.
func TestRenewingTakesAKeyThatPeopleHaveNotSeen(t *testing.T) {
	path := keyPath(t)
	mine := mustKey(t, path, "", false)
	for _, seen := range []string{"", "SHA256:lanterns"} {
		if got := mustKey(t, path, seen, true); got != mine {
			t.Errorf("it was replaced by %s", got)
		}
	}
}

func TestRenewingMakesAKeyWhereTheOldOneIsGone(t *testing.T) {
	if got := mustKey(t, keyPath(t), "SHA256:lanterns", true); got == "SHA256:lanterns" {
		t.Error("it cannot be")
	}
}

func TestAKeyThatCannotBeMadeLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "file")
	putFile(t, file, "x", 0o600)
	if _, _, err := hostKey(filepath.Join(file, "host_key"), "", false); err == nil {
		t.Error("a file was its folder")
	}
	if left, _ := os.ReadDir(folder); len(left) != 1 {
		t.Errorf("it left %v", left)
	}
}

func TestTheKeyLiesBesideTheWorkshops(t *testing.T) {
	db := filepath.Join("data", "convene", "convene.db")
	if got, want := defaultHostKey(db), filepath.Join("data", "convene", "host_key"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
