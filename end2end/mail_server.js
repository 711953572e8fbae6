// A mail server on this machine that keeps what it is given, and a program that sends by it.
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { start, test as base } from './program.js';

/** The password of the one user whom the mail server knows. */
export const secret = 'pass/word @ 1';

function mailServer() {
  const mails = [];
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, session, done) {
      const isKnown = username === 'corridor' && password === secret;
      done(isKnown ? null : new Error('Unknown user'), isKnown ? { user: username } : undefined);
    },
    onData(stream, session, done) {
      simpleParser(stream).then((mail) => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
        done();
      }, done);
    },
  });
  return new Promise((ready) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.server.address();
      const close = () => new Promise((closed) => server.close(closed));
      ready({ port, to: (person) => mails.filter(({ to }) => to.includes(person.email)).map(({ mail }) => mail), close });
    });
  });
}

/** Tests with a program of their own that sends mail, and the mailbox that it comes to. */
export const withMail = () =>
  base.extend({
    mailbox: [
      async ({}, use) => {
        const mailbox = await mailServer();
        await use(mailbox);
        await mailbox.close();
      },
      { scope: 'worker' },
    ],
    program: [
      async ({ mailbox }, use) => {
        const settings = {
          CORRIDOR_SMTP: `smtp://corridor:${encodeURIComponent(secret)}@127.0.0.1:${mailbox.port}`,
          CORRIDOR_MAIL_FROM: 'Corridor <corridor@example.org>',
        };
        const program = await start({ settings });
        await use(program);
        await program.stop();
      },
      { scope: 'worker' },
    ],
  });
