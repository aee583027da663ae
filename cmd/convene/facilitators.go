package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"golang.org/x/crypto/ssh"

	"convene/workshop"
	"convene/workshop/text"
)

// mostFacilitators is how long a file of facilitators may be, in bytes: ten thousand short keys, or a thousand long ones.
const mostFacilitators = 1 << 20

// facilitators reads a file of public keys, in the form of ssh's authorized_keys, and returns the name of each key that
// may facilitate, by its fingerprint. The name is what stands behind the key, up to an @. No file is nobody.
func facilitators(ctx context.Context, path string) (map[string]string, error) {
	if path == "" {
		return nil, nil
	}
	b, err := readAtMost(ctx, path, mostFacilitators)
	if errors.Is(err, errLong) {
		return nil, hintedError{
			fmt.Errorf("read facilitators: %s has more than %d bytes", path, mostFacilitators),
			"name a file with nothing but public keys in it, one on each line",
		}
	}
	if err != nil {
		return nil, fmt.Errorf("read facilitators: %w", err)
	}
	names := make(map[string]string)
	for n, line := range bytes.Split(b, []byte("\n")) {
		if line = bytes.TrimSpace(line); len(line) == 0 || line[0] == '#' {
			continue
		}
		key, comment, options, _, err := ssh.ParseAuthorizedKey(line)
		if len(options) > 0 {
			return nil, hintedError{
				fmt.Errorf("read facilitators: line %d of %s has options (%s)", n+1, path, strings.Join(options, ",")),
				"options mean nothing here, and leaving them out may let somebody in who should not; take the line out, or the options",
			}
		}
		if err != nil {
			return nil, hintedError{
				fmt.Errorf("read facilitators: line %d of %s is no public key", n+1, path),
				"a line is what a .pub file holds: ssh-ed25519 AAAA… name",
			}
		}
		names[ssh.FingerprintSHA256(key)] = facilitatorName(comment)
	}
	if len(names) == 0 {
		return nil, hintedError{
			errors.New("read facilitators: " + path + " holds no key"), "put the content of a .pub file on a line of it",
		}
	}
	return names, nil
}

// facilitatorName is what a facilitator is called whose key has this comment.
func facilitatorName(comment string) string {
	before, _, _ := strings.Cut(comment, "@")
	if name, err := text.Name(before); err == nil {
		return name
	}
	return workshop.Unnamed
}
