/// The AWS Encryption SDK message format, version 2: header, frames, footer. A [Keyring] brings and opens data keys; an
/// [OutgoingMessage] seals its header once and hands out frame numbers, each once; an [IncomingMessage] has checked
/// commitment and header tag before it opens a frame. Frames may be worked on in any order and by several threads.
/// Bytes come in, bytes go out: nothing here knows a file, a key service or a person.
///
/// Cited as "spec": github.com/awslabs/aws-encryption-sdk-specification.
@NullMarked
package app.keyhold.message;

import org.jspecify.annotations.NullMarked;
