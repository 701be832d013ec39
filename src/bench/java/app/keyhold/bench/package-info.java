/// How fast the door is, and what limits it. Not part of the program: built by `mvn -Pbench` only.
@org.jspecify.annotations.NullMarked
package app.keyhold.bench;
