package dev.activations.tornado;

import java.lang.reflect.Modifier;
import java.util.Locale;

/**
 * A class, method, constructor or field of TornadoVM that our bytecode names, and how it names it:
 * the JVM links it in that way and in no other.
 *
 * @param kind how it is named
 * @param owner its class
 * @param name empty for a class, {@code <init>} for a constructor
 * @param descriptor as in bytecode; empty for a class
 */
record ApiMember(Kind kind, String owner, String name, String descriptor) {

  enum Kind {
    CLASS,
    INTERFACE,
    CONSTRUCTOR,
    METHOD,
    STATIC_METHOD,
    FIELD,
    STATIC_FIELD;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @Override
    public String toString() {
      return word;
    }
  }

  /** A line of the list: {@code static-method a.b.Type name (I)V}. */
  static ApiMember parse(String line) {
    String[] words = line.split(" ", -1);
    return new ApiMember(
        Kind.valueOf(words[0].toUpperCase(Locale.ROOT).replace('-', '_')),
        words[1],
        words.length > 2 ? words[2] : "",
        words.length > 3 ? words[3] : "");
  }

  /** The line that {@link #parse} reads. */
  String line() {
    return (kind + " " + owner + " " + name + " " + descriptor).strip();
  }

  /** Whether a member of the owner is this one. */
  boolean is(ClassFile.Member member) {
    boolean ofClass = kind == Kind.STATIC_METHOD || kind == Kind.STATIC_FIELD;
    return member.name().equals(name)
        && member.descriptor().equals(descriptor)
        && member.isStatic() == ofClass
        && Modifier.isPublic(member.access());
  }

  /** For a message; a field's type stands behind its name. */
  @Override
  public String toString() {
    if (name.isEmpty()) {
      return kind + " " + owner;
    }
    return kind + " " + owner + "." + name + (descriptor.startsWith("(") ? "" : " ") + descriptor;
  }
}
