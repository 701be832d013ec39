/// How fast the door is, and what limits it. Not part of the program: built by `mvn -Pbench` only. JMH sets the fields of
/// its states up after they are made, so nulls are not checked here.
@org.jspecify.annotations.NullUnmarked
package app.keyhold.bench;
