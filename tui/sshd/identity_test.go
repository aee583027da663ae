package sshd_test

import (
	"testing"

	"golang.org/x/crypto/ssh"

	"convene/tui/sshd/sshtest"
)

// forger signs for somebody else's public key with its own.
type forger struct {
	ssh.Signer // the forger's own
	victim     ssh.PublicKey
}

func (f forger) PublicKey() ssh.PublicKey { return f.victim }

// tease offers somebody else's public key and then goes on to another way, without a signature. This is how an attacker
// makes a server remember the key that was offered last (CVE-2024-45337).
type tease struct{ forger }

func (f tease) PublicKey() ssh.PublicKey { return &offered{PublicKey: f.victim} }

// offered is a key that the client offers, and doesn't recognise when the server says that it would do.
type offered struct {
	ssh.PublicKey
	sent bool
}

func (o *offered) Marshal() []byte {
	if o.sent {
		return nil
	}
	o.sent = true
	return o.PublicKey.Marshal()
}

// ways is a client that tries several ways to prove who it is, one after the other.
func ways(methods ...ssh.AuthMethod) sshtest.Option {
	return func(c *ssh.ClientConfig) { c.Auth = methods }
}

func TestAKeyIsAnIdentity(t *testing.T) {
	_, _, address := open(t)
	ann := sshtest.NewKey(t)
	sshtest.Dial(t, address, "x", sshtest.Key(ann)).Terminal().See("key " + ssh.FingerprintSHA256(ann.PublicKey()))
	sshtest.Dial(t, address, "x").Terminal().See("key  from 127.0.0.1")
}

func TestACertificateIsAsGoodAsItsKey(t *testing.T) {
	_, _, address := open(t)
	ann, authority := sshtest.NewKey(t), sshtest.NewKey(t)
	cert := &ssh.Certificate{Key: ann.PublicKey(), CertType: ssh.UserCert, ValidBefore: ssh.CertTimeInfinity}
	if err := cert.SignCert(zeros{}, authority); err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewCertSigner(cert, ann)
	if err != nil {
		t.Fatal(err)
	}
	sshtest.Dial(t, address, "x", sshtest.Key(signer)).Terminal().See("key " + ssh.FingerprintSHA256(ann.PublicKey()))
}

// zeros is chance enough for a serial number in a test.
type zeros struct{}

func (zeros) Read(b []byte) (int, error) { return len(b), nil }

func TestNobodyIsWhoTheyOnlyClaimToBe(t *testing.T) {
	_, _, address := open(t)
	victim, mallory := sshtest.NewKey(t), sshtest.NewKey(t)
	forged := forger{mallory, victim.PublicKey()}

	if c, err := sshtest.TryDial(address, "x", ways(ssh.PublicKeys(forged))); err == nil {
		_ = c.Close()
		t.Error("somebody else's key was accepted with a bad signature")
	}

	both := sshtest.Dial(t, address, "x", ways(ssh.PublicKeys(tease{forged}, mallory)))
	both.Terminal().See("key " + ssh.FingerprintSHA256(mallory.PublicKey()))

	none := sshtest.Dial(t, address, "x", ways(ssh.PublicKeys(tease{forged}), ssh.KeyboardInteractive(silent)))
	none.Terminal().See("key  from 127.0.0.1")
}

// silent answers no question, and there is none.
func silent(_, _ string, questions []string, _ []bool) ([]string, error) {
	if len(questions) > 0 {
		panic("the server asks questions")
	}
	return nil, nil
}

func TestAPasswordIsNoWayIn(t *testing.T) {
	_, _, address := open(t)
	if c, err := sshtest.TryDial(address, "x", ways(ssh.Password("secret"))); err == nil {
		_ = c.Close()
		t.Error("a password was accepted")
	}
	if c, err := sshtest.TryDial(address, "x", ways()); err == nil {
		_ = c.Close()
		t.Error("nothing at all was accepted")
	}
}
