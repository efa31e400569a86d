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
      chat_artifacts: {
        Row: {
          content: string
          conversation_id: string
          created_at: string
          id: string
          message_id: string
          mime: string
          name: string
          user_id: string
        }
        Insert: {
          content: string
          conversation_id: string
          created_at?: string
          id: string
          message_id: string
          mime: string
          name: string
          user_id: string
        }
        Update: {
          content?: string
          conversation_id?: string
          created_at?: string
          id?: string
          message_id?: string
          mime?: string
          name?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "chat_artifacts_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversation_details"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "chat_artifacts_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversations"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "chat_artifacts_message_id_conversation_id_fkey"
            columns: ["message_id", "conversation_id"]
            referencedRelation: "chat_messages"
            referencedColumns: ["id", "conversation_id"]
          },
          {
            foreignKeyName: "chat_artifacts_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
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
            referencedRelation: "conversation_details"
            referencedColumns: ["id", "user_id"]
          },
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
      chat_files: {
        Row: {
          bytes: number
          content: string
          conversation_id: string
          created_at: string
          id: string
          mime: string
          name: string
          preview: string | null
          user_id: string
        }
        Insert: {
          bytes?: never
          content: string
          conversation_id: string
          created_at?: string
          id?: string
          mime: string
          name: string
          preview?: string | null
          user_id?: string
        }
        Update: {
          bytes?: never
          content?: string
          conversation_id?: string
          created_at?: string
          id?: string
          mime?: string
          name?: string
          preview?: string | null
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "chat_files_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversation_details"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "chat_files_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversations"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "chat_files_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      chat_messages: {
        Row: {
          answer_attempts: number
          attachments: string[]
          content: string
          conversation_id: string
          created_at: string
          deferred: boolean
          execution: Json | null
          id: string
          position: number
          program: Json | null
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
          answer_attempts?: number
          attachments?: string[]
          content: string
          conversation_id: string
          created_at?: string
          deferred?: boolean
          execution?: Json | null
          id?: string
          position?: never
          program?: Json | null
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
          answer_attempts?: number
          attachments?: string[]
          content?: string
          conversation_id?: string
          created_at?: string
          deferred?: boolean
          execution?: Json | null
          id?: string
          position?: never
          program?: Json | null
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
            referencedRelation: "conversation_details"
            referencedColumns: ["id", "user_id"]
          },
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
      chat_thoughts: {
        Row: {
          calls: NonNullable<Json>
          conversation_id: string
          created_at: string
          message_id: string
          round: number
          text: string
          user_id: string
        }
        Insert: {
          calls: NonNullable<Json>
          conversation_id: string
          created_at?: string
          message_id: string
          round: number
          text: string
          user_id: string
        }
        Update: {
          calls?: NonNullable<Json>
          conversation_id?: string
          created_at?: string
          message_id?: string
          round?: number
          text?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "chat_thoughts_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversation_details"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "chat_thoughts_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversations"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "chat_thoughts_message_id_conversation_id_fkey"
            columns: ["message_id", "conversation_id"]
            referencedRelation: "chat_messages"
            referencedColumns: ["id", "conversation_id"]
          },
          {
            foreignKeyName: "chat_thoughts_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      chat_tool_results: {
        Row: {
          content: string
          created_at: string
          message_id: string
          place: number
          round: number
          said: string | null
          status: string
          user_id: string
        }
        Insert: {
          content: string
          created_at?: string
          message_id: string
          place: number
          round: number
          said?: string | null
          status: string
          user_id: string
        }
        Update: {
          content?: string
          created_at?: string
          message_id?: string
          place?: number
          round?: number
          said?: string | null
          status?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "chat_tool_results_message_id_round_fkey"
            columns: ["message_id", "round"]
            referencedRelation: "chat_thoughts"
            referencedColumns: ["message_id", "round"]
          },
          {
            foreignKeyName: "chat_tool_results_user_id_fkey"
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
          hinted: boolean
          id: string
          last_event_id: number
          last_message_at: string
          summarised_through: number
          summary: string | null
          updated_at: string
          user_id: string
        }
        Insert: {
          client_id: string
          created_at?: string
          hinted?: boolean
          id?: string
          last_event_id?: number
          last_message_at?: string
          summarised_through?: number
          summary?: string | null
          updated_at?: string
          user_id?: string
        }
        Update: {
          client_id?: string
          created_at?: string
          hinted?: boolean
          id?: string
          last_event_id?: number
          last_message_at?: string
          summarised_through?: number
          summary?: string | null
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
      document_chunks: {
        Row: {
          document_id: string
          heading: string
          position: number
          search: unknown
          text: string
          title: string
          user_id: string | null
        }
        Insert: {
          document_id: string
          heading?: string
          position: number
          search?: never
          text: string
          title: string
          user_id?: string | null
        }
        Update: {
          document_id?: string
          heading?: string
          position?: number
          search?: never
          text?: string
          title?: string
          user_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "document_chunks_document_id_fkey"
            columns: ["document_id"]
            referencedRelation: "documents"
            referencedColumns: ["id"]
          },
          {
            foreignKeyName: "document_chunks_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      documents: {
        Row: {
          created_at: string
          id: string
          source_url: string | null
          text: string
          title: string
          user_id: string | null
        }
        Insert: {
          created_at?: string
          id?: string
          source_url?: string | null
          text: string
          title: string
          user_id?: string | null
        }
        Update: {
          created_at?: string
          id?: string
          source_url?: string | null
          text?: string
          title?: string
          user_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: "documents_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      goals: {
        Row: {
          care: Json | null
          created_at: string
          description: string
          id: string
          plan_answers: NonNullable<Json>
          plan_basis: string | null
          plan_error: string | null
          plan_instructions: string | null
          plan_json: Json | null
          plan_limits: NonNullable<Json>
          plan_request_id: string
          plan_restarts: number
          plan_run_id: string | null
          plan_status: string
          planned_day: number | null
          pledged_minutes: number | null
          proposal: Json | null
          questions: NonNullable<Json>
          review_owed_at: string | null
          reviewed_week: number
          start_date: string | null
          status: string
          target_date: string | null
          title: string
          updated_at: string
          user_id: string
        }
        Insert: {
          care?: Json | null
          created_at?: string
          description?: string
          id?: string
          plan_answers?: NonNullable<Json>
          plan_basis?: string | null
          plan_error?: string | null
          plan_instructions?: string | null
          plan_json?: Json | null
          plan_limits?: NonNullable<Json>
          plan_request_id?: string
          plan_restarts?: number
          plan_run_id?: string | null
          plan_status?: string
          planned_day?: number | null
          pledged_minutes?: number | null
          proposal?: Json | null
          questions?: NonNullable<Json>
          review_owed_at?: string | null
          reviewed_week?: number
          start_date?: string | null
          status?: string
          target_date?: string | null
          title: string
          updated_at?: string
          user_id?: string
        }
        Update: {
          care?: Json | null
          created_at?: string
          description?: string
          id?: string
          plan_answers?: NonNullable<Json>
          plan_basis?: string | null
          plan_error?: string | null
          plan_instructions?: string | null
          plan_json?: Json | null
          plan_limits?: NonNullable<Json>
          plan_request_id?: string
          plan_restarts?: number
          plan_run_id?: string | null
          plan_status?: string
          planned_day?: number | null
          pledged_minutes?: number | null
          proposal?: Json | null
          questions?: NonNullable<Json>
          review_owed_at?: string | null
          reviewed_week?: number
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
      intent_calls: {
        Row: {
          answer: NonNullable<Json>
          call_id: string
          conversation_id: string | null
          created_at: string
          id: string
          input: NonNullable<Json>
          name: string
          position: number
          session_id: string | null
          undo: Json | null
          undone_at: string | null
          user_id: string
        }
        Insert: {
          answer: NonNullable<Json>
          call_id: string
          conversation_id?: string | null
          created_at?: string
          id?: string
          input: NonNullable<Json>
          name: string
          position?: never
          session_id?: string | null
          undo?: Json | null
          undone_at?: string | null
          user_id: string
        }
        Update: {
          answer?: NonNullable<Json>
          call_id?: string
          conversation_id?: string | null
          created_at?: string
          id?: string
          input?: NonNullable<Json>
          name?: string
          position?: never
          session_id?: string | null
          undo?: Json | null
          undone_at?: string | null
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "intent_calls_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversation_details"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "intent_calls_conversation_id_user_id_fkey"
            columns: ["conversation_id", "user_id"]
            referencedRelation: "conversations"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "intent_calls_session_id_user_id_fkey"
            columns: ["session_id", "user_id"]
            referencedRelation: "voice_sessions"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "intent_calls_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      memories: {
        Row: {
          created_at: string
          id: string
          source: string
          subject: string
          text: string
          updated_at: string
          user_id: string
        }
        Insert: {
          created_at?: string
          id?: string
          source: string
          subject: string
          text: string
          updated_at?: string
          user_id: string
        }
        Update: {
          created_at?: string
          id?: string
          source?: string
          subject?: string
          text?: string
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "memories_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      push_subscriptions: {
        Row: {
          auth: string
          created_at: string
          endpoint: string
          id: string
          p256dh: string
          user_id: string
        }
        Insert: {
          auth: string
          created_at?: string
          endpoint: string
          id?: string
          p256dh: string
          user_id?: string
        }
        Update: {
          auth?: string
          created_at?: string
          endpoint?: string
          id?: string
          p256dh?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "push_subscriptions_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      tasks: {
        Row: {
          care: Json | null
          completed_at: string | null
          created_at: string
          date: string
          description: string
          duration_minutes: number
          ends_on: string | null
          excluded_dates: string[]
          goal_id: string | null
          id: string
          original_date: string | null
          planned_day: number | null
          planned_minutes: number | null
          recurrence_rule: string | null
          scheduled_at: string | null
          series_id: string | null
          start_time: string | null
          status: string
          timezone: string | null
          title: string
          user_id: string
          week: number | null
        }
        Insert: {
          care?: Json | null
          completed_at?: string | null
          created_at?: string
          date: string
          description?: string
          duration_minutes: number
          ends_on?: string | null
          excluded_dates?: string[]
          goal_id?: string | null
          id?: string
          original_date?: string | null
          planned_day?: number | null
          planned_minutes?: number | null
          recurrence_rule?: string | null
          scheduled_at?: string | null
          series_id?: string | null
          start_time?: string | null
          status?: string
          timezone?: string | null
          title: string
          user_id?: string
          week?: number | null
        }
        Update: {
          care?: Json | null
          completed_at?: string | null
          created_at?: string
          date?: string
          description?: string
          duration_minutes?: number
          ends_on?: string | null
          excluded_dates?: string[]
          goal_id?: string | null
          id?: string
          original_date?: string | null
          planned_day?: number | null
          planned_minutes?: number | null
          recurrence_rule?: string | null
          scheduled_at?: string | null
          series_id?: string | null
          start_time?: string | null
          status?: string
          timezone?: string | null
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
            foreignKeyName: "tasks_series_fkey"
            columns: ["series_id", "user_id"]
            referencedRelation: "tasks"
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
          available_hours: NonNullable<Json>
          created_at: string
          daily_minutes: number
          email: string | null
          id: string
          locale: string | null
          morning_brief: boolean
          name: string | null
          preferred_time: string | null
          quiet_hours: Json | null
          reminder_lead_minutes: number
          rest_days: number[]
          timezone: string
        }
        Insert: {
          available_hours?: NonNullable<Json>
          created_at?: string
          daily_minutes?: number
          email?: string | null
          id: string
          locale?: string | null
          morning_brief?: boolean
          name?: string | null
          preferred_time?: string | null
          quiet_hours?: Json | null
          reminder_lead_minutes?: number
          rest_days?: number[]
          timezone?: string
        }
        Update: {
          available_hours?: NonNullable<Json>
          created_at?: string
          daily_minutes?: number
          email?: string | null
          id?: string
          locale?: string | null
          morning_brief?: boolean
          name?: string | null
          preferred_time?: string | null
          quiet_hours?: Json | null
          reminder_lead_minutes?: number
          rest_days?: number[]
          timezone?: string
        }
        Relationships: []
      }
      voice_messages: {
        Row: {
          content: string
          message_id: string
          position: number
          role: string
          said_at: string
          session_id: string
          user_id: string
        }
        Insert: {
          content: string
          message_id?: string
          position?: never
          role: string
          said_at?: string
          session_id: string
          user_id?: string
        }
        Update: {
          content?: string
          message_id?: string
          position?: never
          role?: string
          said_at?: string
          session_id?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "voice_messages_session_id_user_id_fkey"
            columns: ["session_id", "user_id"]
            referencedRelation: "voice_sessions"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "voice_messages_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
      voice_sessions: {
        Row: {
          closed_at: string | null
          created_at: string
          id: string
          mints: number
          resumed_from: string | null
          user_id: string
        }
        Insert: {
          closed_at?: string | null
          created_at?: string
          id: string
          mints?: number
          resumed_from?: string | null
          user_id?: string
        }
        Update: {
          closed_at?: string | null
          created_at?: string
          id?: string
          mints?: number
          resumed_from?: string | null
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: "voice_sessions_resumed_from_user_id_fkey"
            columns: ["resumed_from", "user_id"]
            referencedRelation: "voice_sessions"
            referencedColumns: ["id", "user_id"]
          },
          {
            foreignKeyName: "voice_sessions_user_id_fkey"
            columns: ["user_id"]
            referencedRelation: "users"
            referencedColumns: ["id"]
          },
        ]
      }
    }
    Views: {
      conversation_details: {
        Row: {
          client_id: string | null
          created_at: string | null
          id: string | null
          last_message: string | null
          last_message_at: string | null
          status: string | null
          title: string | null
          user_id: string | null
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
      goal_details: {
        Row: {
          care: Json | null
          created_at: string | null
          description: string | null
          id: string | null
          plan_error: string | null
          plan_json: Json | null
          plan_status: string | null
          progress: Json | null
          proposal: Json | null
          questions: Json | null
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
      add_chat_file: {
        Args: {
          p_base64: string
          p_client_id: string
          p_mime: string
          p_name: string
          p_preview?: string
          p_request?: Json
        }
        Returns: Json
      }
      add_push_subscription: {
        Args: {
          p_auth: string
          p_endpoint: string
          p_p256dh: string
          p_request?: Json
        }
        Returns: Json
      }
      answer_goal: {
        Args: { p_answers: Json; p_goal_id: string; p_request?: Json }
        Returns: Json
      }
      begin_program: {
        Args: {
          p_code: string
          p_index: number
          p_message_id: string
          p_run_id: string
        }
        Returns: Json
      }
      briefs_due: { Args: { p_until: string }; Returns: Json }
      calendar_feed: { Args: { p_token_hash: string }; Returns: Json }
      cancel_intent: { Args: { p_call: Json }; Returns: Json }
      cancel_messages: { Args: { p_client_id: string }; Returns: Json }
      change_account: { Args: { p_changes: Json }; Returns: Json }
      change_goal: {
        Args: { p_changes: Json; p_goal_id: string; p_request?: Json }
        Returns: Json
      }
      change_memory: {
        Args: { p_id: string; p_subject: string; p_text: string }
        Returns: Json
      }
      change_task: {
        Args: {
          p_changes: Json
          p_day?: string
          p_forget_from?: string
          p_id: string
          p_occurrence?: Json
          p_user_id?: string
        }
        Returns: Json
      }
      chat_artifact: { Args: { p_id: string }; Returns: Json }
      chat_file_content: { Args: { p_id: string }; Returns: string }
      check_request: { Args: Record<PropertyKey, never>; Returns: undefined }
      claim_message: {
        Args: {
          p_executes: boolean
          p_message_id: string
          p_run_id: string
          p_thinks: boolean
        }
        Returns: Json
      }
      claim_reminders: { Args: { p_reminders: Json }; Returns: number }
      close_stream: { Args: { p_stream_id: string }; Returns: undefined }
      close_voice_session: { Args: { p_session_id: string }; Returns: Json }
      commit_intent: {
        Args: {
          p_answer: Json
          p_call: Json
          p_user_id?: string
          p_write?: Json
        }
        Returns: Json
      }
      conversation_files: { Args: { p_conversation_id: string }; Returns: Json }
      conversation_messages: {
        Args: { p_before?: number; p_client_id: string; p_limit?: number }
        Returns: Json
      }
      create_goal: {
        Args: {
          p_care?: Json
          p_description?: string
          p_request?: Json
          p_target_date?: string
          p_title: string
        }
        Returns: Json
      }
      create_memory: {
        Args: { p_request?: Json; p_subject: string; p_text: string }
        Returns: Json
      }
      create_task: {
        Args: { p_request?: Json; p_task: Json; p_user_id?: string }
        Returns: Json
      }
      decide_proposal: {
        Args: { p_accept: boolean; p_goal_id: string; p_request?: Json }
        Returns: Json
      }
      delete_account: { Args: Record<PropertyKey, never>; Returns: boolean }
      delete_conversation: { Args: { p_client_id: string }; Returns: Json }
      delete_document: { Args: { p_id: string }; Returns: Json }
      delete_goal: { Args: { p_goal_id: string }; Returns: Json }
      delete_memory: { Args: { p_id: string }; Returns: Json }
      delete_push_subscription: { Args: { p_endpoint: string }; Returns: Json }
      delete_task: { Args: { p_day?: string; p_id: string }; Returns: Json }
      discard_voice_session: {
        Args: { p_session_id: string }
        Returns: undefined
      }
      drop_push_subscriptions: { Args: { p_ids: string[] }; Returns: undefined }
      export_page: { Args: { p_after?: Json; p_table: string }; Returns: Json }
      export_tables: { Args: Record<PropertyKey, never>; Returns: string[] }
      fail_planning: {
        Args: { p_goal_id: string; p_reason: string; p_request_id: string }
        Returns: boolean
      }
      finish_message: {
        Args: {
          p_hints?: boolean
          p_message_id: string
          p_response: string
          p_run_id?: string
          p_status: string
        }
        Returns: Json
      }
      finish_program: {
        Args: {
          p_artifacts: Json
          p_events: Json
          p_execution: Json
          p_message_id: string
          p_program_id: string
          p_result: Json
          p_run: Json
          p_run_id: string
        }
        Returns: boolean
      }
      get_voice_transcript: { Args: { p_session_id: string }; Returns: Json }
      heed_care: {
        Args: { p_care: Json; p_goal_id: string; p_request_id: string }
        Returns: boolean
      }
      ingest_document: {
        Args: {
          p_chunks: Json
          p_request?: Json
          p_source_url?: string
          p_text: string
          p_title: string
        }
        Returns: Json
      }
      insights: { Args: { p_user_id?: string }; Returns: Json }
      lease_all_events: { Args: { p_limit: number }; Returns: Json }
      list_tasks: {
        Args: {
          p_after?: Json
          p_from?: string
          p_goal_id?: string
          p_limit?: number
          p_status?: string
          p_to?: string
          p_user_id?: string
        }
        Returns: Json
      }
      load_shared_documents: { Args: { p_documents: Json }; Returns: number }
      load_task: {
        Args: { p_day?: string; p_id: string; p_user_id?: string }
        Returns: Json
      }
      mark_events: {
        Args: { p_failed: string[]; p_sent: string[] }
        Returns: undefined
      }
      open_calendar: {
        Args: { p_request?: Json; p_token_hash: string }
        Returns: Json
      }
      open_intent: {
        Args: { p_call: Json; p_reads: Json; p_user_id?: string }
        Returns: Json
      }
      open_mcp_conversation: {
        Args: Record<PropertyKey, never>
        Returns: string
      }
      open_stream: {
        Args: { p_after?: number; p_client_id: string; p_stream_id: string }
        Returns: Json
      }
      owe_lost_reminders: { Args: Record<PropertyKey, never>; Returns: number }
      owe_reviews: { Args: Record<PropertyKey, never>; Returns: number }
      owed_events: { Args: { p_message_id: string }; Returns: Json }
      ping: { Args: Record<PropertyKey, never>; Returns: boolean }
      plan_goal: {
        Args: { p_goal_id: string; p_instructions?: string; p_request?: Json }
        Returns: Json
      }
      post_message: {
        Args: {
          p_attachments?: string[]
          p_client_id: string
          p_content: string
          p_cost_limit_usd?: number
          p_replaces?: boolean
          p_request?: Json
        }
        Returns: Json
      }
      prune: { Args: { p_limit: number }; Returns: number }
      read_chat_events: {
        Args: { p_after: number; p_conversation_id: string; p_limit: number }
        Returns: Json
      }
      record_usage: {
        Args: { p_entry: Json; p_user_id: string }
        Returns: number
      }
      report_progress: {
        Args: {
          p_events: Json
          p_message_id: string
          p_program_id?: string
          p_run_id: string
        }
        Returns: boolean
      }
      restart_stalled: {
        Args: { p_message_words: string; p_plan_words: string }
        Returns: Json
      }
      revoke_calendar: { Args: Record<PropertyKey, never>; Returns: Json }
      save_plan: {
        Args: {
          p_care?: Json
          p_goal_id: string
          p_plan: Json
          p_questions?: Json
          p_request_id: string
          p_tasks: Json
        }
        Returns: string
      }
      save_review: {
        Args: { p_goal_id: string; p_request_id: string; p_review: Json }
        Returns: boolean
      }
      save_summary: {
        Args: {
          p_before: number
          p_message_id: string
          p_summary: string
          p_through: number
        }
        Returns: undefined
      }
      save_thought: {
        Args: {
          p_calls: Json
          p_executes: boolean
          p_message_id: string
          p_round: number
          p_run_id: string
          p_text: string
        }
        Returns: Json
      }
      save_tool_results: {
        Args: {
          p_message_id: string
          p_results: Json
          p_round: number
          p_run_id: string
        }
        Returns: Json
      }
      save_voice_message: {
        Args: {
          p_content: string
          p_message_id?: string
          p_role: string
          p_session_id: string
          p_spoken_at?: string
        }
        Returns: Json
      }
      search_documents: {
        Args: { p_limit: number; p_query: string; p_user_id?: string }
        Returns: Json
      }
      spent_today: { Args: { p_user_id: string }; Returns: number }
      start_planning: {
        Args: { p_goal_id: string; p_request_id: string; p_run_id: string }
        Returns: Json
      }
      start_program: {
        Args: {
          p_file_ids?: string[]
          p_message_id: string
          p_program_id: string
          p_run_id: string
          p_sandbox_id: string
        }
        Returns: boolean
      }
      start_review: {
        Args: { p_goal_id: string; p_week: number }
        Returns: Json
      }
      start_voice_session: {
        Args: { p_request?: Json; p_resume?: string; p_session_id: string }
        Returns: Json
      }
      take_reminders: {
        Args: {
          p_ids?: string[]
          p_limit: number
          p_remind_at: string
          p_try?: number
        }
        Returns: Json
      }
      tasks_to_remind: { Args: { p_until: string }; Returns: Json }
      turns_to_summarise: { Args: { p_message_id: string }; Returns: Json }
      usage_by_day: { Args: { p_from: string; p_to: string }; Returns: Json }
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
