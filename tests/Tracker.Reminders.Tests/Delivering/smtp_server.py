"""A real SMTP server on loopback for the tests: smtp_server.py FOLDER [CERTIFICATE KEY]

Prints its port and runs until its standard input ends. Every mail it takes becomes a file in FOLDER. Whom a mail is for decides:
refused@ is refused with 550; busy@ is answered 451 the first time; cut@ loses its connection in the middle of the first mail. Who
sends as member@ must have signed in.
"""
import asyncio
import pathlib
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

FOLDER = pathlib.Path(sys.argv[1])
SEEN = set()


def first_time(address):
    if address in SEEN:
        return False
    SEEN.add(address)
    return True


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("member@") and not session.authenticated:
            return "530 5.7.0 authentication required"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("busy@") and first_time(address):
            return "451 4.3.0 come again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("cut@") and first_time(envelope.rcpt_tos[0]):
            server.transport.abort()
            return "451 4.3.0 nobody hears this"
        name = f"{len(list(FOLDER.glob('*.eml'))):04}"
        (FOLDER / f"{name}.part").write_bytes(envelope.content)
        (FOLDER / f"{name}.part").rename(FOLDER / f"{name}.eml")
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    known = isinstance(data, LoginPassword) and (data.login, data.password) == (b"sample", b"sample-password")
    return AuthResult(success=known, handled=False)


class Server(SMTP):
    async def auth_login(self, server, args):
        """.NET writes the mechanism in small letters, and aiosmtpd compares letter by letter."""
        return await self.auth_LOGIN(server, args)


async def main():
    tls = None
    if len(sys.argv) > 2:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        tls.load_cert_chain(sys.argv[2], sys.argv[3])
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Server(Handler(), hostname="localhost", tls_context=tls, authenticator=authenticate, auth_require_tls=False, enable_SMTPUTF8=True),
        "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
