package io.tensionwire.standalone.process;

/** Something in the world keeps a command from its work. The message is one line for the person who started it. */
public final class RunFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RunFailure(String message) {
    super(message);
  }
}
