// Generated from supabase/migrations by `npm run types`. Do not edit.

export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "12"
  }
  public: {
    Tables: {
      chat_events: {
        Row: {
          conversation_id: string
          created_at: string
          data: NonNullable<Json>
          id: number
          message_id: string
          type: string
          user_id: string
        }
        Insert: {
          conversation_id: string
          created_at?: string
          data: NonNullable<Json>
          id: number
          message_id: string
          type: string
          user_id: string
        }
        Update: {
          conversation_id?: string
          created_at?: string
          data?: NonNullable<Json>
          id?: number
          message_id?: string
          type?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "chat_events_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversations"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "chat_events_message_id_conversation_id_fkey"
            columns: ["message_id", "conversation_id"]
            referencedRelation: "chat_messages"
            referencedColumns: ["id", "conversation_id"]
          },
          {
            foreignKeyName: "chat_events_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      chat_messages: {
        Row: {
          content: string
          conversation_id: string
          created_at: string
          execution: Json | null
          id: string
          position: number
          requires_e2b: boolean
          responded_at: string | null
          response: string | null
          restarts: number
          run_id: string | null
          status: string
          updated_at: string
          user_id: string
        }
        Insert: {
          content: string
          conversation_id: string
          created_at?: string
          execution?: Json | null
          id?: string
          position?: never
          requires_e2b?: boolean
          responded_at?: string | null
          response?: string | null
          restarts?: number
          run_id?: string | null
          status?: string
          updated_at?: string
          user_id?: string
        }
        Update: {
          content?: string
          conversation_id?: string
          created_at?: string
          execution?: Json | null
          id?: string
          position?: never
          requires_e2b?: boolean
          responded_at?: string | null
          response?: string | null
          restarts?: number
          run_id?: string | null
          status?: string
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "chat_messages_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversations"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "chat_messages_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      conversations: {
        Row: {
          client_id: string
          created_at: string
          id: string
          last_event_id: number
          updated_at: string
          user_id: string
        }
        Insert: {
          client_id: string
          created_at?: string
          id?: string
          last_event_id?: number
          updated_at?: string
          user_id?: string
        }
        Update: {
          client_id?: string
          created_at?: string
          id?: string
          last_event_id?: number
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "conversations_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      goals: {
        Row: {
          created_at: string
          description: string
          id: string
          plan_error: string | null
          plan_json: Json | null
          plan_request_id: string
          plan_restarts: number
          plan_run_id: string | null
          plan_status: string
          start_date: string | null
          status: string
          target_date: string | null
          title: string
          updated_at: string
          user_id: string
        }
        Insert: {
          created_at?: string
          description?: string
          id?: string
          plan_error?: string | null
          plan_json?: Json | null
          plan_request_id?: string
          plan_restarts?: number
          plan_run_id?: string | null
          plan_status?: string
          start_date?: string | null
          status?: string
          target_date?: string | null
          title: string
          updated_at?: string
          user_id?: string
        }
        Update: {
          created_at?: string
          description?: string
          id?: string
          plan_error?: string | null
          plan_json?: Json | null
          plan_request_id?: string
          plan_restarts?: number
          plan_run_id?: string | null
          plan_status?: string
          start_date?: string | null
          status?: string
          target_date?: string | null
          title?: string
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "goals_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      tasks: {
        Row: {
          completed_at: string | null
          created_at: string
          date: string
          description: string
          duration_minutes: number
          goal_id: string | null
          id: string
          recurrence_rule: string | null
          scheduled_at: string | null
          status: string
          title: string
          user_id: string
          week: number | null
        }
        Insert: {
          completed_at?: string | null
          created_at?: string
          date: string
          description?: string
          duration_minutes: number
          goal_id?: string | null
          id?: string
          recurrence_rule?: string | null
          scheduled_at?: string | null
          status?: string
          title: string
          user_id?: string
          week?: number | null
        }
        Update: {
          completed_at?: string | null
          created_at?: string
          date?: string
          description?: string
          duration_minutes?: number
          goal_id?: string | null
          id?: string
          recurrence_rule?: string | null
          scheduled_at?: string | null
          status?: string
          title?: string
          user_id?: string
          week?: number | null
        }
        Relationships: [
          {
            foreignKeyName: "tasks_goal_id_user_id_fkey"
            columns: ["goal_id", "user_id"]
            referencedRelation: "goal_details"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "tasks_goal_id_user_id_fkey"
            columns: ["goal_id", "user_id"]
            referencedRelation: "goals"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "tasks_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      users: {
        Row: {
          created_at: string
          daily_minutes: number
          email: string | null
          id: string
          name: string | null
          rest_days: number[]
          timezone: string
        }
        Insert: {
          created_at?: string
          daily_minutes?: number
          email?: string | null
          id: string
          name?: string | null
          rest_days?: number[]
          timezone?: string
        }
        Update: {
          created_at?: string
          daily_minutes?: number
          email?: string | null
          id?: string
          name?: string | null
          rest_days?: number[]
          timezone?: string
        }
        Relationships: []
      }
    }
    Views: {
      goal_details: {
        Row: {
          created_at: string | null
          description: string | null
          id: string | null
          plan_error: string | null
          plan_json: Json | null
          plan_status: string | null
          progress: Json | null
          start_date: string | null
          status: string | null
          target_date: string | null
          title: string | null
          updated_at: string | null
          user_id: string | null
        }
        Relationships: [
          {
            foreignKeyName: "goals_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Functions: {
      claim_message: {
        Args: { p_message_id: string; p_run_id: string; p_status: string }
        Returns: Json
      }
      create_goal: {
        Args: {
          p_description?: string
          p_request?: Json
          p_target_date?: string
          p_title: string
        }
        Returns: Json
      }
      fail_planning: {
        Args: { p_goal_id: string; p_reason: string; p_request_id: string }
        Returns: boolean
      }
      finish_message: {
        Args: {
          p_message_id: string
          p_response: string
          p_run_id?: string
          p_status: string
        }
        Returns: Json
      }
      keep_sandbox: {
        Args: { p_message_id: string; p_sandbox_id?: string }
        Returns: undefined
      }
      lease_all_events: { Args: { p_limit: number }; Returns: Json }
      ping: { Args: Record<PropertyKey, never>; Returns: boolean }
      post_message: {
        Args: { p_client_id: string; p_content: string; p_request?: Json }
        Returns: Json
      }
      prune: { Args: { p_limit: number }; Returns: number }
      report_progress: {
        Args: {
          p_events: Json
          p_execution?: Json
          p_message_id: string
          p_run_id: string
        }
        Returns: boolean
      }
      request_execution: {
        Args: { p_message_id: string; p_run_id: string }
        Returns: Json
      }
      restart_stalled: { Args: Record<PropertyKey, never>; Returns: Json }
      save_plan: {
        Args: {
          p_goal_id: string
          p_plan: Json
          p_request_id: string
          p_tasks: Json
        }
        Returns: string
      }
      settle_events: {
        Args: { p_failed: string[]; p_sent: string[] }
        Returns: undefined
      }
      start_planning: {
        Args: { p_goal_id: string; p_request_id: string; p_run_id: string }
        Returns: Json
      }
    }
    Enums: {
      [_ in never]: never
    }
    CompositeTypes: {
      [_ in never]: never
    }
  }
}

type DatabaseWithoutInternals = Omit<Database, "__InternalSupabase">

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">]

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema["Tables"] & DefaultSchema["Views"])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
      Row: infer R
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] &
        DefaultSchema["Views"])
    ? (DefaultSchema["Tables"] &
        DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R
      }
      ? R
      : never
    : never

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Insert: infer I
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I
      }
      ? I
      : never
    : never

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema["Tables"]
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends (DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"]
    : never) = never,
> = DefaultSchemaTableNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
      Update: infer U
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"]
    ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U
      }
      ? U
      : never
    : never

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema["Enums"]
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends (DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"]
    : never) = never,
> = DefaultSchemaEnumNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"]
    ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions]
    : never

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema["CompositeTypes"]
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"]
    : never) = never,
> = PublicCompositeTypeNameOrOptions extends {
  schema: keyof DatabaseWithoutInternals
}
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"]
    ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions]
    : never

export const Constants = {
  public: {
    Enums: {},
  },
} as const
