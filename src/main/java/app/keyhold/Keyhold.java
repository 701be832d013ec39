package app.keyhold;

public final class Keyhold {
    public static void main(String[] args) {
        System.out.println("x");
    }
}
