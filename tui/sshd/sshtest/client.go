package sshtest

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"testing"

	"golang.org/x/crypto/ssh"

	"convene/tui/tuitest"
)

// Patience is how long something may take before a test fails. It only bounds failures.
const Patience = tuitest.Patience

// Client is one connection to a server.
type Client struct {
	*ssh.Client
	t testing.TB
}

// Option says who comes, and with what.
type Option func(*ssh.ClientConfig)

// Key comes with a key. Without one, a client answers the server's questions, of which there should be none.
func Key(k ssh.Signer) Option {
	return func(c *ssh.ClientConfig) { c.Auth = []ssh.AuthMethod{ssh.PublicKeys(k)} }
}

// NewKey makes a key.
func NewKey(t testing.TB) ssh.Signer {
	t.Helper()
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatalf("make key: %v", err)
	}
	signer, err := ssh.NewSignerFromSigner(private)
	if err != nil {
		t.Fatalf("make key: %v", err)
	}
	return signer
}

// Dial connects as a user. The connection is closed when the test ends.
func Dial(t testing.TB, address, user string, options ...Option) *Client {
	t.Helper()
	c, err := TryDial(address, user, options...)
	if err != nil {
		t.Fatalf("connect to %s as %s: %v", address, user, err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return &Client{Client: c, t: t}
}

// TryDial connects as a user, or says why it can't.
func TryDial(address, user string, options ...Option) (*ssh.Client, error) {
	config := &ssh.ClientConfig{
		User:            user,
		Auth:            []ssh.AuthMethod{ssh.KeyboardInteractive(noQuestions)},
		HostKeyCallback: ssh.InsecureIgnoreHostKey(),
		Timeout:         Patience,
	}
	for _, o := range options {
		o(config)
	}
	return ssh.Dial("tcp", address, config)
}

var errAsked = errors.New("the server asks questions")

func noQuestions(_, _ string, questions []string, _ []bool) ([]string, error) {
	if len(questions) > 0 {
		return nil, errAsked
	}
	return nil, nil
}

// Exec runs a verb without a terminal and returns what it wrote and its exit status.
func (c *Client) Exec(command string) (stdout, stderr string, status int) {
	c.t.Helper()
	session, err := c.NewSession()
	if err != nil {
		c.t.Fatalf("open a channel: %v", err)
	}
	defer func() { _ = session.Close() }()
	var out, errs bytes.Buffer
	session.Stdout, session.Stderr = &out, &errs
	err = session.Run(command)
	var exit *ssh.ExitError
	if err != nil && !errors.As(err, &exit) {
		c.t.Fatalf("run %q: %v", command, err)
	}
	if exit != nil {
		status = exit.ExitStatus()
	}
	return out.String(), errs.String(), status
}
