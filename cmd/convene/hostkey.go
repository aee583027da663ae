package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/crypto/ssh"
)

// longestKey is more than any key takes, in bytes. What is longer is some other file, and is not read.
const longestKey = 64 << 10

// warning is what a new key means for people.
const warning = "--new-host-key makes a new one, and then everybody's ssh will warn once"

// defaultHostKey is where the server's key is when nobody says otherwise: beside the file with the workshops, so that
// one is not moved or restored without the other.
func defaultHostKey(db string) string { return filepath.Join(filepath.Dir(db), "host_key") }

// hostKey gives the key that the server shows to everybody who comes in, and its fingerprint, which the caller records
// as seen. People's ssh remembers it and warns when it changes, which must therefore never happen by itself. So a key
// is only made where there is none and none was ever seen; seen is the recorded fingerprint, or empty. A key that is
// gone, that is another one, that others may read or that has a passphrase is a hintedError, and so is what is no key.
//
// To renew is to use another key from now on: the one at path if people have not seen that one yet, and else a new
// one. A key in whose place a new one is made stays beside it. What is at path and is no key is never replaced.
func hostKey(path, seen string, renew bool) (ssh.Signer, string, error) {
	key, err := readHostKey(path)
	if errors.Is(err, fs.ErrNotExist) {
		if seen != "" && !renew {
			return nil, "", hintedError{
				fmt.Errorf("the server's key is not at %s any more", path),
				"put it back, or say with --host-key PATH where it is; " + warning,
			}
		}
		return makeHostKey(path, "")
	}
	if err != nil {
		return nil, "", err
	}
	fingerprint := ssh.FingerprintSHA256(key.PublicKey())
	if renew && fingerprint == seen {
		return makeHostKey(path, asideName(path, fingerprint))
	}
	if err := checkPrivate(path); err != nil {
		return nil, "", err
	}
	if seen != "" && fingerprint != seen && !renew {
		return nil, "", hintedError{
			fmt.Errorf("%s is another key than people have seen: it is %s, and was %s", path, fingerprint, seen),
			"put the old one back, or say with --host-key PATH where it is; --new-host-key goes on with this one, " +
				"and then everybody's ssh will warn once",
		}
	}
	return key, fingerprint, nil
}

// readHostKey reads a key. The error wraps fs.ErrNotExist when there is no file.
func readHostKey(path string) (ssh.Signer, error) {
	noKey := hintedError{
		fmt.Errorf("%s is not a key that a server can use (ssh-ed25519)", path),
		"say with --host-key PATH where the server's key is, or move this file away",
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read host key: %w", err)
	case !info.Mode().IsRegular(), info.Size() > longestKey:
		return nil, noKey
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read host key: %w", err)
	}
	key, err := ssh.ParsePrivateKey(text)
	locked := &ssh.PassphraseMissingError{}
	switch {
	case errors.As(err, &locked):
		return nil, hintedError{
			fmt.Errorf("the key %s has a passphrase, and nobody is there to type it", path),
			fmt.Sprintf("take it off with `ssh-keygen -p -f %s`, or name another key with --host-key PATH", path),
		}
	case err != nil, key.PublicKey().Type() != ssh.KeyAlgoED25519:
		return nil, noKey
	}
	return key, nil
}

// checkPrivate makes sure that nobody else can read the key. Who has it can pass for this server. Windows keeps that
// elsewhere than in the mode of a file.
func checkPrivate(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return fmt.Errorf("read host key: %w", err)
	}
	if mode := info.Mode().Perm(); mode&0o077 != 0 && runtime.GOOS != "windows" {
		return hintedError{
			fmt.Errorf("others may read the server's key %s (its mode is %04o)", path, mode),
			fmt.Sprintf("`chmod 600 %s`; if somebody may have read it: %s", path, warning),
		}
	}
	return nil
}

// asideName is where a key is kept that was replaced.
func asideName(path, fingerprint string) string {
	_, sum, _ := strings.Cut(fingerprint, ":")
	return path + ".old-" + strings.NewReplacer("/", "_", "+", "-").Replace(sum[:8])
}

// makeHostKey writes a new key in one go, and its folder where there is none. What is at path is renamed to aside, if
// that is not empty.
func makeHostKey(path, aside string) (key ssh.Signer, fingerprint string, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("make host key: %w", err)
		}
	}()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, "", err
	}
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, "", err
	}
	block, err := ssh.MarshalPrivateKey(private, "convene")
	if err != nil {
		return nil, "", err
	}
	if key, err = ssh.NewSignerFromKey(private); err != nil {
		return nil, "", err
	}
	if err := placeKey(path, aside, pem.EncodeToMemory(block)); err != nil {
		return nil, "", err
	}
	return key, ssh.FingerprintSHA256(key.PublicKey()), nil
}

// placeKey makes sure that the key is on the disk: its fingerprint is going to be.
func placeKey(path, aside string, text []byte) error {
	draft := fmt.Sprintf("%s.%s.tmp", path, rand.Text())
	if err := writeDraft(draft, text, 0o600); err != nil {
		return errors.Join(err, remove(draft))
	}
	if aside != "" {
		if err := os.Rename(path, aside); err != nil {
			return errors.Join(err, remove(draft))
		}
	}
	if err := os.Rename(draft, path); err != nil {
		return errors.Join(err, remove(draft))
	}
	folder, err := os.Open(filepath.Dir(path))
	if err != nil {
		return err
	}
	_ = folder.Sync() // not every system can
	return folder.Close()
}
